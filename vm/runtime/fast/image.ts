import { Op } from '../../isa/index.ts';
import type { LinkedFunction, LinkedProgram } from '../link.ts';
import type { StackProof } from '../machine-options.ts';
import type { Value } from '../values/index.ts';
import { FUSED, Word } from './generated/run.ts';

/** A program in the form that the fast engine runs: all functions behind each other, with slots and words for operands. */
export interface Image {
  /** Pairs of an opcode and its operand. */
  readonly code: Int32Array;
  /** The same without fused words: what the code is restored to where a breakpoint stands. */
  readonly plain: Int32Array;
  /** By function: where it begins in the code; behind the last one the end. */
  readonly entries: readonly number[];
  /** What the slots from 0 on hold before the globals. */
  readonly constants: readonly Value[];
  /** The slot of the first global, and that of the first frame. */
  readonly firstGlobal: number;
  readonly firstFrame: number;
  /** By function: whether the loop may run it, and the slots that a frame of it may take. */
  readonly isFast: readonly boolean[];
  readonly frameSizes: readonly number[];
  readonly neededSlots: readonly number[];
}

export function imageOf({ functions, globalNames }: LinkedProgram, proofs: readonly StackProof[]): Image {
  const constants: Value[] = [];
  const slots = functions.map(({ constants: own }) => {
    const first = constants.length;
    constants.push(...own);
    return first;
  });
  const entries: number[] = [];
  let length = 0;
  for (const { opcodes } of functions) {
    entries.push(length);
    length += 2 * opcodes.length;
  }
  entries.push(length);
  const firstGlobal = constants.length;
  const plain = new Int32Array(length);
  const layout: Layout = { entries, constantSlots: slots, firstGlobal, proofs };
  for (const linked of functions) linkFunction(linked, layout, plain);
  const code = plain.slice();
  for (const { index } of functions) fuse(plain, code, entries[index], entries[index + 1]);
  const frameSizes = functions.map(({ code: { locals }, cellCount }) => locals.length + cellCount);
  return {
    code,
    plain,
    entries,
    constants,
    firstGlobal,
    firstFrame: firstGlobal + globalNames.length,
    isFast: functions.map(({ index }) => isProven(proofs[index])),
    frameSizes,
    neededSlots: functions.map(({ index }) => frameSizes[index] + Math.max(0, proofs[index]?.maximumHeight ?? 0)),
  };
}

interface Layout {
  readonly entries: readonly number[];
  readonly constantSlots: readonly number[];
  readonly firstGlobal: number;
  readonly proofs: readonly StackProof[];
}

function isProven(proof: StackProof | undefined): boolean {
  return proof !== undefined && proof.isStackSafe && proof.maximumHeight >= 0;
}

function linkFunction(linked: LinkedFunction, layout: Layout, words: Int32Array): void {
  const entry = layout.entries[linked.index];
  for (let at = 0; at < linked.code.opcodes.length; at++) {
    const [word, operand] = wordOf(linked, at, layout);
    words[entry + 2 * at] = word;
    words[entry + 2 * at + 1] = operand;
  }
}

/** What an instruction becomes; `LEAVE` where only the plain engine knows it. */
function wordOf(linked: LinkedFunction, at: number, layout: Layout): readonly [word: number, operand: number] {
  const { code, sites, variables } = linked;
  const operand = code.operands[at];
  const entry = layout.entries[linked.index];
  switch (code.opcodes[at]) {
    case Op.LOAD_CONST:
      return [Word.LOAD_SLOT, layout.constantSlots[linked.index] + operand];
    case Op.LOAD_VAR:
    case Op.LOAD_LOCAL:
    case Op.STORE_VAR: {
      const { scope, slot, globalSlot } = variables[operand];
      const isLoad = code.opcodes[at] !== Op.STORE_VAR;
      if (scope === 'global' && code.opcodes[at] !== Op.LOAD_LOCAL) return [isLoad ? Word.LOAD_SLOT : Word.STORE_SLOT, layout.firstGlobal + globalSlot];
      if (scope === 'local' && slot >= 0) return [isLoad ? Word.LOAD_LOCAL : Word.STORE_LOCAL, slot];
      return NOT_FAST;
    }
    case Op.JUMP:
      return [Word.JUMP, entry + 2 * operand];
    case Op.JUMP_IF_FALSE:
      return [Word.JUMP_IF_FALSE, entry + 2 * operand];
    case Op.JUMP_IF_TRUE:
      return [Word.JUMP_IF_TRUE, entry + 2 * operand];
    case Op.CALL_FUNC: {
      const { callee, target, count, names } = sites[operand];
      if (callee?.kind !== 'function' || names.length > 0) return NOT_FAST;
      const called = target as LinkedFunction;
      const isPlain =
        called.plainParameters === called.code.parameters.length &&
        called.plainParameters === count &&
        !called.isGenerator &&
        called.cellCount === 0 &&
        isProven(layout.proofs[called.index]);
      return isPlain ? [Word.CALL_DIRECT, called.index] : NOT_FAST;
    }
    default:
      return [PLAIN_WORDS.get(code.opcodes[at]) ?? Word.LEAVE, 0];
  }
}

const NOT_FAST = [Word.LEAVE, 0] as const;

const PLAIN_WORDS: ReadonlyMap<number, number> = new Map(
  (['POP_TOP', 'DUP_TOP', 'NOP', 'RETURN_VALUE', 'ADD', 'SUB', 'MUL', 'DIV', 'MOD', 'FLOOR_DIV', 'LT', 'LE', 'GT', 'GE', 'EQ', 'NE'] as const).map(
    name => [Op[name], Word[name]],
  ),
);

/** Replaces sequences by the words that do the same. Only the first word of each changes, so one may jump into its midst. */
function fuse(plain: Int32Array, code: Int32Array, start: number, end: number): void {
  for (let at = start; at < end;) {
    const fused = FUSED.find(({ sequence }) => sequence.every((word, index) => plain[at + 2 * index] === word));
    if (fused !== undefined) code[at] = fused.word;
    at += 2 * (fused?.sequence.length ?? 1);
  }
}
