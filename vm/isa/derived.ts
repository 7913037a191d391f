import { MNEMONIC_ALIASES, OPCODES, type Mnemonic } from './opcodes.ts';
import type { OpcodeRow, OperandRow } from './row.ts';
import { parseStackPicture, sideSize, type StackPicture } from './stack-picture.ts';

/** The byte of an instruction. */
export type Opcode = number;

/** A row with what is derived from it. */
export interface Instruction extends OpcodeRow {
  readonly mnemonic: Mnemonic;
  readonly picture: StackPicture;
  /** Operands that must be there, and the most that may be (`Infinity` where one repeats). */
  readonly minimumOperands: number;
  readonly maximumOperands: number;
  /** The place of the operand of kind `count` that the picture's `n` means, or -1. */
  readonly countOperand: number;
}

/** Every instruction, in the order of the table. */
export const INSTRUCTIONS: readonly Instruction[] = (Object.keys(OPCODES) as Mnemonic[]).map(describe);

/** Every mnemonic, in the order of the table. */
export const MNEMONICS: readonly Mnemonic[] = INSTRUCTIONS.map(instruction => instruction.mnemonic);

/** `Op.ADD` is the byte of `ADD`: for code that names one instruction. */
export const Op = Object.fromEntries(
  INSTRUCTIONS.map(instruction => [instruction.mnemonic, instruction.code]),
) as Readonly<Record<Mnemonic, Opcode>>;

const byCode: (Instruction | undefined)[] = new Array(256).fill(undefined);
const byMnemonic = new Map<string, Instruction>();
for (const instruction of INSTRUCTIONS) {
  if (byCode[instruction.code]) throw new Error(`two instructions with code ${instruction.code}`);
  byCode[instruction.code] = instruction;
  byMnemonic.set(instruction.mnemonic, instruction);
}
for (const [alias, mnemonic] of Object.entries(MNEMONIC_ALIASES)) {
  byMnemonic.set(alias, byMnemonic.get(mnemonic) as Instruction);
}

/** The instruction of a byte; `undefined` when there is none. */
export function instructionOf(code: Opcode): Instruction | undefined {
  return byCode[code];
}

/** The instruction of a mnemonic in any letter case, aliases included; `undefined` when there is none. */
export function instructionNamed(mnemonic: string): Instruction | undefined {
  return byMnemonic.get(mnemonic) ?? byMnemonic.get(mnemonic.toUpperCase());
}

/**
 * As `instructionNamed`, of the word that stands in a text from one offset up to another: written in upper case it is found without
 * being cut out and hashed, which a parser would do at every line.
 */
export function instructionAt(text: string, start: number, end: number): Instruction | undefined {
  const candidates = byShape[shapeOf(text, start, end)];
  for (let index = 0; index < candidates.length; index++) {
    const { word, instruction } = candidates[index];
    if (word.length === end - start && text.startsWith(word, start)) return instruction;
  }
  return instructionNamed(text.slice(start, end));
}

/** Mnemonics by a number that few of them share. */
const byShape = Array.from({ length: 256 }, (): { word: string; instruction: Instruction }[] => []);
for (const [word, instruction] of byMnemonic) byShape[shapeOf(word, 0, word.length)].push({ word, instruction });

function shapeOf(text: string, start: number, end: number): number {
  const length = end - start;
  const middle = text.charCodeAt(start + (length >> 1));
  return (length + 3 * text.charCodeAt(start) + 7 * middle + 31 * text.charCodeAt(end - 1)) & 0xff;
}

/** The operand row that the operand at `index` (0-based) is an instance of; `undefined` when it is one too many. */
export function operandRowAt(operands: readonly OperandRow[], index: number): OperandRow | undefined {
  if (index < operands.length) return operands[index];
  const last = operands.at(-1);
  return last?.arity === 'repeated' ? last : undefined;
}

/** Values popped and pushed on the way to the following instruction (`next`) or to the label (`jump`), with `n` = `count`. */
export function stackEffect(
  instruction: Instruction,
  way: 'next' | 'jump',
  count: number,
): { pops: number; pushes: number } {
  const effect = instruction.picture[way];
  return { pops: sideSize(effect.pops, count), pushes: sideSize(effect.pushes, count) };
}

function describe(mnemonic: Mnemonic): Instruction {
  const row: OpcodeRow = OPCODES[mnemonic];
  const { code, group, operands, stack, flow, summary, details, raises, example } = row;
  const required = operands.filter(operand => operand.arity === undefined);
  const repeats = operands.some(operand => operand.arity === 'repeated');
  // All of one shape, whatever their rows leave out: the binder asks for one at every line.
  return {
    code,
    group,
    operands,
    stack,
    flow,
    summary,
    details,
    raises,
    example,
    mnemonic,
    picture: parseStackPicture(stack),
    minimumOperands: required.length,
    maximumOperands: repeats ? Infinity : operands.length,
    countOperand: operands.findIndex(operand => operand.kind === 'count'),
  };
}
