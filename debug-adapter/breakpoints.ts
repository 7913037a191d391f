import type { DebugProtocol } from '@vscode/debugprotocol';
import { createFileProvider } from '../host/index.ts';
import { analyze, filesOf, linesWithInstructions, locateBreakpoint, type Place, type Program } from '../vm/index.ts';
import { canonicalPath, type ClientConventions } from './convert.ts';

/** A breakpoint that the client has set. */
interface SourceBreakpoint {
  readonly id: number;
  /** As the client wrote it. */
  readonly source: DebugProtocol.Source;
  readonly path: string;
  /** 0-based, where it was asked for. */
  readonly line: number;
  place: Place | null;
  /** What the client was told last. */
  told: DebugProtocol.Breakpoint;
}

/**
 * The breakpoints that the client has set, file by file, and where they stand in the program. They may come before there is a
 * program; then they are placed by their file alone, and once more when the program is there.
 */
export class Breakpoints {
  private readonly conventions: ClientConventions;
  private readonly byPath = new Map<string, SourceBreakpoint[]>();
  private lastId = 0;
  private program: Program | null = null;
  /** The program's own name of each of its files. */
  private programFiles = new Map<string, string>();

  constructor(conventions: ClientConventions) {
    this.conventions = conventions;
  }

  /** Replaces all breakpoints of a file; lines are the client's. */
  replace(file: string, lines: readonly number[]): DebugProtocol.Breakpoint[] {
    const path = canonicalPath(file);
    const source = this.conventions.toClientSource(file);
    const program = this.program ?? analyze(path, createFileProvider()).program;
    const breakpoints = lines.map(line => {
      const id = ++this.lastId;
      const breakpoint: SourceBreakpoint = {
        id,
        source,
        path,
        line: this.conventions.fromClientLine(line),
        place: null,
        told: { id, verified: false },
      };
      breakpoint.told = this.locate(breakpoint, program);
      return breakpoint;
    });
    this.byPath.set(path, breakpoints);
    return breakpoints.map(breakpoint => breakpoint.told);
  }

  /** Places all breakpoints in a program; returns those about which the client was told otherwise before. */
  adopt(program: Program): DebugProtocol.Breakpoint[] {
    this.program = program;
    this.programFiles = new Map(Array.from(filesOf(program), file => [canonicalPath(file), file]));
    const changed: DebugProtocol.Breakpoint[] = [];
    for (const breakpoint of [...this.byPath.values()].flat()) {
      const before = breakpoint.told;
      breakpoint.told = this.locate(breakpoint, program);
      if (JSON.stringify(before) !== JSON.stringify(breakpoint.told)) changed.push(breakpoint.told);
    }
    return changed;
  }

  /** The lines of a file, from one to another of the client's, that carry an instruction; ascending. */
  linesBetween(file: string, first: number, last: number): number[] {
    const path = canonicalPath(file);
    const program = this.program ?? analyze(path, createFileProvider()).program;
    if (!program) return [];
    const from = this.conventions.fromClientLine(first);
    const to = this.conventions.fromClientLine(last);
    return linesWithInstructions(program, this.programFiles.get(path) ?? path, from, to).map(line =>
      this.conventions.toClientLine(line),
    );
  }

  /** The program's own name of a file; `null` when the file is no part of it. */
  programFile(file: string): string | null {
    return this.programFiles.get(canonicalPath(file)) ?? null;
  }

  /** Where the program is to stop. */
  places(): Place[] {
    return [...this.byPath.values()].flat().flatMap(breakpoint => breakpoint.place ?? []);
  }

  /** The ids of the breakpoints that stand on an instruction. */
  idsAt(place: Place): number[] {
    return [...this.byPath.values()]
      .flat()
      .filter(({ place: own }) => own?.function === place.function && own.at === place.at)
      .map(breakpoint => breakpoint.id);
  }

  private locate(breakpoint: SourceBreakpoint, program: Program | null): DebugProtocol.Breakpoint {
    const { id, source } = breakpoint;
    breakpoint.place = null;
    if (!program) return { id, verified: false, source, message: 'the file cannot be assembled' };
    const file = this.programFiles.get(breakpoint.path) ?? breakpoint.path;
    const location = locateBreakpoint(program, file, breakpoint.line);
    if (location.kind === 'none') return { id, verified: false, source, message: location.reason };
    breakpoint.place = location.place;
    return { id, verified: true, source, line: this.conventions.toClientLine(location.line) };
  }
}
