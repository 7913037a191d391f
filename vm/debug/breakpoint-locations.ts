import { MAIN, type FunctionCode, type FunctionIndex, type Program } from '../bytecode/index.ts';
import type { Place } from './place.ts';

/** Where a breakpoint that was asked for on a line stands, or why it can't stand anywhere. */
export type BreakpointLocation =
  | { readonly kind: 'found'; readonly place: Place; readonly line: number }
  | { readonly kind: 'none'; readonly reason: string };

/**
 * The instruction that a breakpoint on a line (0-based) of a file stops at: the one on the line, else the next one of the same
 * function, or of main when the line is in no function. So a breakpoint on a label, a comment, a blank line or a
 * directive stops where a reader would expect it.
 */
export function locateBreakpoint(program: Program, file: string, line: number): BreakpointLocation {
  if (!filesOf(program).has(file)) return none('this file is no part of the program that is debugged');
  const owner = functionAround(program, file, line);
  if (owner === -1) return none('the main code of an imported file does not run');
  const at = firstInstructionFrom(program.functions[owner], line);
  if (at === -1) return none(`no instruction follows in ${describe(program, owner)}`);
  return { kind: 'found', place: { function: owner, at }, line: linesOf(program.functions[owner])[at] };
}

/** The lines (0-based, ascending) of a file from `first` to `last`, both inside, that carry an instruction. */
export function linesWithInstructions(program: Program, file: string, first: number, last: number): number[] {
  const lines = new Set<number>();
  for (const code of program.functions) {
    if (code.debug?.file !== file) continue;
    for (let at = 0; at < code.opcodes.length; at++) {
      const line = code.debug.lines[at];
      if (first <= line && line <= last) lines.add(line);
    }
  }
  return [...lines].toSorted((a, b) => a - b);
}

/** The files that a program was assembled from, as far as they have code in it. */
export function filesOf(program: Program): ReadonlySet<string> {
  const files = new Set<string>();
  for (const code of program.functions) if (code.debug) files.add(code.debug.file);
  return files;
}

/** The file and the 0-based line of an instruction (one past the last is allowed); `null` without debug information. */
export function lineOfPlace(program: Program, place: Place): { readonly file: string; readonly line: number } | null {
  const debug = program.functions[place.function].debug;
  return debug && { file: debug.file, line: debug.lines[place.at] };
}

/** The innermost function whose text the line is in; -1 when it is in none and the file's main code is not in the program. */
function functionAround(program: Program, file: string, line: number): FunctionIndex {
  let innermost = program.functions[MAIN].debug?.file === file ? MAIN : -1;
  let innermostStart = -1;
  for (let index = MAIN + 1; index < program.functions.length; index++) {
    const debug = program.functions[index].debug;
    if (debug?.file !== file) continue;
    const isInside = debug.definitionLine <= line && line <= debug.lines[debug.lines.length - 1];
    if (isInside && debug.definitionLine > innermostStart) {
      innermost = index;
      innermostStart = debug.definitionLine;
    }
  }
  return innermost;
}

/**
 * The first instruction on the nearest line from this one on; -1 when there is none. Lines need not ascend: bytecode that was
 * compiled knows those of its source, and a loop goes back in it.
 */
function firstInstructionFrom(code: FunctionCode, line: number): number {
  const lines = linesOf(code);
  let nearest = -1;
  for (let at = 0; at < code.opcodes.length; at++) {
    if (lines[at] >= line && (nearest < 0 || lines[at] < lines[nearest])) nearest = at;
  }
  return nearest;
}

function linesOf(code: FunctionCode): Int32Array {
  return code.debug?.lines ?? new Int32Array();
}

function describe(program: Program, index: FunctionIndex): string {
  return index === MAIN ? 'the main program' : `function \`${program.functions[index].name}\``;
}

function none(reason: string): BreakpointLocation {
  return { kind: 'none', reason };
}
