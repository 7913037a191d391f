import { formatLastLine } from '../host/index.ts';
import { instructionOf, type FrameView, type Machine } from '../vm/index.ts';
import type { InstructionTexts } from './instruction-texts.ts';
import type { LoadedProgram } from './load-program.ts';
import type { Ended } from './run-slices.ts';
import { callText, stackText } from './value-texts.ts';

/**
 * Runs a program to its end and writes a line for each instruction: where it stands, what it is, the stack before and after
 * it. What a call does to the stack is seen as the new frame's stack, under its name. Every line is written at once.
 */
export function runTraced(machine: Machine, loaded: LoadedProgram, write: (line: string) => void): Ended {
  const { program, instructionTexts: texts } = loaded;
  write(HEADER);
  for (;;) {
    const depth = machine.frameCount;
    const before = machine.frame(depth - 1);
    const { opcodes } = program.functions[before.function];
    const opcode = opcodes[before.at];
    const line = opcode === undefined ? '' : beginLine(depth, before, texts);
    const stop = machine.run(1);
    if (opcode === undefined) {
      // Running off the end is no instruction: it ends the program, or is an error that the traceback shows.
    } else if (stop.kind === 'uncaught') {
      write(`${line}${formatLastLine(stop.error)}\n`);
    } else {
      const after = machine.frame(machine.frameCount - 1);
      const isElsewhere = machine.frameCount !== depth || instructionOf(opcode)?.flow === 'return';
      const where = isElsewhere ? `${callText(program, after)} ` : '';
      write(`${line}${where}${stackText(after.stack)}\n`);
    }
    if (stop.kind === 'uncaught' || stop.kind === 'halted') return stop;
  }
}

const INSTRUCTION_WIDTH = 30;
const STACK_WIDTH = 22;
const NESTING_INDENT = 2;
/** Frames deeper than this are not indented any further. */
const INDENTED_DEPTH = 16;

const HEADER = `${' line'}${'at'.padStart(5)}  ${'instruction'.padEnd(INSTRUCTION_WIDTH)}${'stack before'.padEnd(STACK_WIDTH)} → stack after\n`;

function beginLine(depth: number, frame: FrameView, texts: InstructionTexts): string {
  const { line, text } = texts(frame.function, frame.at);
  const indent = ' '.repeat(NESTING_INDENT * Math.min(depth - 1, INDENTED_DEPTH));
  const place = `${(line === 0 ? '-' : String(line)).padStart(5)}${String(frame.at).padStart(5)}`;
  const instruction = `${indent}${text}`.padEnd(INSTRUCTION_WIDTH - 1);
  return `${place}  ${instruction} ${stackText(frame.stack).padEnd(STACK_WIDTH)} → `;
}
