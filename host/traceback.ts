import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { MachineError, TracebackEntry } from '../vm/index.ts';

/** An error as CPython prints it: the frames with their source lines, main first, and `Kind: message` last. Ends with LF. */
export function formatError(error: MachineError): string {
  return [...formatFrames(error.traceback), formatLastLine(error), ''].join('\n');
}

/** `Kind: message`, or the kind alone. */
export function formatLastLine(error: { readonly kind: string; readonly message: string }): string {
  return error.message === '' ? error.kind : `${error.kind}: ${error.message}`;
}

/** Each frame; of a frame that repeats, as in a deep recursion, three and the number of the others. */
function formatFrames(entries: readonly TracebackEntry[]): string[] {
  const lines = ['Traceback (most recent call last):'];
  const sources = new SourceLines();
  for (let from = 0; from < entries.length;) {
    let to = from + 1;
    while (to < entries.length && isSamePlace(entries[from], entries[to])) to++;
    const shown = formatFrame(entries[from], sources);
    for (let index = from; index < Math.min(to, from + SHOWN_REPETITIONS); index++) lines.push(...shown);
    const more = to - from - SHOWN_REPETITIONS;
    if (more > 0) lines.push(`  [Previous line repeated ${more} more ${more === 1 ? 'time' : 'times'}]`);
    from = to;
  }
  return lines;
}

const SHOWN_REPETITIONS = 3;

function isSamePlace(a: TracebackEntry, b: TracebackEntry): boolean {
  if (a.name !== b.name) return false;
  if (a.file === null || b.file === null) return a.file === b.file && a.at === b.at;
  const [first, second] = [placeOf(a), placeOf(b)];
  return first.file === second.file && first.line === second.line;
}

/** Bytecode without debug information knows no lines: the index of the instruction stands for them. */
function formatFrame(entry: TracebackEntry, sources: SourceLines): string[] {
  if (entry.file === null) return [`  File "<stripped>", instruction ${entry.at}, in ${entry.name}`];
  const { file, line } = placeOf(entry);
  const header = `  File "${file}", line ${line}, in ${entry.name}`;
  const text = sources.line(file, line);
  return text === '' ? [header] : [header, `    ${text}`];
}

/** The place in what the program was compiled from where that is known, else in the assembly; the line is 1-based. */
function placeOf(entry: TracebackEntry): { readonly file: string; readonly line: number } {
  if (entry.source === null) return { file: entry.file ?? '<stripped>', line: entry.line + 1 };
  const { file, line } = entry.source;
  const isBesideAssembly = entry.file !== null && !path.isAbsolute(file);
  return { file: isBesideAssembly ? path.join(path.dirname(entry.file), file) : file, line };
}

/** Lines of source files, each file read once. */
class SourceLines {
  private readonly files = new Map<string, readonly string[]>();

  /** The text of a 1-based line without the blanks around it; empty when there is none. */
  line(file: string, line: number): string {
    let lines = this.files.get(file);
    if (lines === undefined) {
      lines = readLines(file);
      this.files.set(file, lines);
    }
    return (lines[line - 1] ?? '').trim();
  }
}

function readLines(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    // A traceback without its source lines still says where.
    return [];
  }
}
