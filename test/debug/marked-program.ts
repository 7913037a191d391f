import { analyze, Machine, type Limits, type Place, type Program } from '../../vm/index.ts';

/** A program with marks: `┆name` behind an instruction is cut off, and `place.name` is that instruction. */
export interface MarkedProgram {
  readonly program: Program;
  readonly place: Readonly<Record<string, Place>>;
  /** The 0-based line of a mark, also of one that stands on no instruction. */
  readonly line: Readonly<Record<string, number>>;
}

export const FILE = 'main.bcasm';

/** Assembles a marked program, and fails where it does not assemble. Other files are imported by name. */
export function assembleMarked(text: string, others: Readonly<Record<string, string>> = {}): MarkedProgram {
  const texts: Readonly<Record<string, string>> = { [FILE]: text, ...others };
  const analysis = analyze(FILE, {
    read: file => (file in texts ? { text: texts[file].replace(/┆.*/g, '') } : { error: 'no such file' }),
    resolve: path => path,
  });
  const { program } = analysis;
  if (!program)
    throw new Error(analysis.diagnostics.map(each => `${each.span.start.line + 1}: ${each.message}`).join('\n'));
  const place: Record<string, Place> = {};
  const line: Record<string, number> = {};
  for (const [file, marked] of Object.entries(texts)) {
    for (const [index, code] of marked.split('\n').entries()) {
      const mark = code.split('┆')[1]?.trim();
      if (mark === undefined) continue;
      line[mark] = index;
      for (const found of placesOnLine(program, file, index)) place[mark] = found;
    }
  }
  return { program, place, line };
}

function placesOnLine(program: Program, file: string, line: number): Place[] {
  return program.functions.flatMap((code, index) => {
    const at = code.debug?.file === file ? code.debug.lines.subarray(0, code.opcodes.length).indexOf(line) : -1;
    return at < 0 ? [] : { function: index, at };
  });
}

/** A machine for a program, and what it writes. `input` may get more lines later; `null` in it is the end. */
export function startMachine(
  program: Program,
  input: (string | null)[] = [],
  limits: Partial<Limits> = {},
): { machine: Machine; written: string[] } {
  const written: string[] = [];
  const host = { write: (text: string) => void written.push(text), readLine: () => input.shift() };
  return { machine: new Machine(program, { host, limits }), written };
}

/** Where a machine stands: `function:instruction` of each frame, main first. */
export function whereabouts(machine: Machine): string {
  return Array.from({ length: machine.frameCount }, (_, index) => {
    const { function: own, at, stack } = machine.frame(index);
    return `${own}:${at}/${stack.length}`;
  }).join(' ');
}
