import { Op, type Mnemonic } from '../../isa/index.ts';
import { builtInNamed } from '../built-ins/index.ts';
import { OPERATIONS } from '../handlers/index.ts';
import type { LinkedFunction, LinkedProgram } from '../link.ts';
import { ClassObject, NativeFunction } from '../objects/index.ts';
import type { StackProof } from '../machine-options.ts';
import type { Value } from '../values/index.ts';
import { Site } from './sites.ts';
import { fuse, LONGEST_FUSION } from './fusion.ts';
import { Word } from './generated/words.ts';

/** A program in the form that the fast engine runs: all functions one behind the other, with slots and words for operands. */
export interface Image {
  /** Pairs of a word and its operand; `code` has fused words, `plain` has none. */
  readonly code: Int32Array;
  readonly plain: Int32Array;
  /** By function, where it begins in the code; behind the last one the end. */
  readonly entries: readonly number[];
  /** What the slots from 0 on hold. */
  readonly constants: readonly (Value | undefined)[];
  readonly firstGlobal: number;
  readonly firstFrame: number;
  /** What instructions that name an attribute have learned, by their operands. */
  readonly sites: readonly Site[];
  /** By function: whether its stack is known to be safe; others run in the loop that looks at it before each instruction. */
  readonly isProven: readonly boolean[];
  /** What each instruction takes from the stack, and by how much the stack may grow over it, at the places of the code. */
  readonly needs: Int32Array<ArrayBuffer>;
  readonly parameters: readonly number[];
  readonly defaultSlots: readonly number[];
  readonly captured: readonly number[];
  readonly isSeated: readonly boolean[];
  readonly frameSizes: readonly number[];
  readonly neededSlots: readonly number[];
  /** The words of the longest function: no more than these run from one look at the time to the next. */
  readonly longestFunction: number;
}

/** What stands before the functions, at `RESUME_AT`. */
const PROLOGUE = [Word.RESUME, 0];

export function imageOf(program: LinkedProgram, proofs: readonly StackProof[]): Image {
  const layout = layoutOf(program);
  const { functions, globalNames } = program;
  const { entries } = layout;
  const plain = new Int32Array(entries[functions.length]);
  plain.set(PROLOGUE);
  for (const linked of functions) linkFunction(linked, layout, plain);
  const code = plain.slice();
  for (const { index } of functions) fuse(plain, code, entries[index], entries[index + 1]);
  const isProven = functions.map(({ index }) => isSafe(proofs[index]));
  const frameSizes = functions.map(({ code: { locals }, cellCount }) => locals.length + cellCount);
  return {
    code,
    plain,
    entries,
    constants: layout.constants,
    defaultSlots: layout.defaultSlots,
    sites: layout.sites,
    firstGlobal: layout.firstGlobal,
    firstFrame: layout.firstGlobal + 2 * globalNames.length,
    isProven,
    needs: needsOf(functions, entries),
    parameters: functions.map(linked => (isProven[linked.index] && isSimple(linked) ? linked.plainParameters : -1)),
    captured: functions.map(({ code: { cells }, cellCount }) => cellCount - cells.length),
    isSeated: functions.map(({ index, isGenerator }) => isProven[index] && isGenerator),
    frameSizes,
    neededSlots: functions.map(({ index }) => frameSizes[index] + Math.max(0, proofs[index]?.maximumHeight ?? 0)),
    longestFunction: functions.reduce(
      (longest, { index }) => Math.max(longest, entries[index + 1] - entries[index]),
      0,
    ),
  };
}

function needsOf(functions: readonly LinkedFunction[], entries: readonly number[]): Int32Array<ArrayBuffer> {
  const all = new Int32Array(entries[functions.length]);
  for (const { index, needs, growth } of functions) {
    for (let at = 0; at < needs.length; at++) {
      all[entries[index] + 2 * at] = needs[at];
      all[entries[index] + 2 * at + 1] = growth[at];
    }
  }
  return all;
}

interface Layout {
  readonly entries: readonly number[];
  readonly constants: readonly (Value | undefined)[];
  /** By function, the slot of its first constant. */
  readonly constantSlots: readonly number[];
  /** By function, the slot of its first parameter's default. */
  readonly defaultSlots: readonly number[];
  readonly firstGlobal: number;
  readonly globals: number;
  readonly sites: Site[];
}

function addSite({ sites }: Layout, name: string, count: number, builtIn?: Value): number {
  return sites.push(new Site(name, count, builtIn)) - 1;
}

function layoutOf({ functions, globalNames }: LinkedProgram): Layout {
  const constants: (Value | undefined)[] = [];
  const defaultSlots: number[] = [];
  const constantSlots: number[] = [];
  const entries: number[] = [];
  let length = PROLOGUE.length;
  for (const linked of functions) {
    constantSlots.push(constants.length);
    for (const constant of linked.constants) constants.push(constant);
    defaultSlots.push(constants.length);
    for (let slot = 0; slot < linked.plainParameters; slot++) constants.push(linked.defaults.get(slot));
    entries.push(length);
    length += 2 * linked.opcodes.length;
  }
  entries.push(length);
  return {
    entries,
    constants,
    constantSlots,
    defaultSlots,
    firstGlobal: constants.length,
    globals: globalNames.length,
    sites: [],
  };
}

function isSafe(proof: StackProof | undefined): boolean {
  return proof !== undefined && proof.isStackSafe && proof.maximumHeight >= 0;
}

/**
 * Whether a call need only put the arguments into the first slots, where there are as many as parameters, and what the function
 * captures behind them.
 */
function isSimple({ code, plainParameters, isGenerator }: LinkedFunction): boolean {
  return plainParameters === code.parameters.length && !isGenerator && code.cells.length === 0;
}

function linkFunction(linked: LinkedFunction, layout: Layout, words: Int32Array): void {
  const entry = layout.entries[linked.index];
  for (let at = 0; at < linked.code.opcodes.length; at++) {
    const [word, operand] = wordOf(linked, at, layout);
    words[entry + 2 * at] = word;
    words[entry + 2 * at + 1] = operand;
  }
}

type WordAndOperand = readonly [word: number, operand: number];

const LEAVE: WordAndOperand = [Word.LEAVE, 0];

/** What an instruction becomes; `LEAVE` where only the plain engine knows it. */
function wordOf(linked: LinkedFunction, at: number, layout: Layout): WordAndOperand {
  const { code } = linked;
  const operand = code.operands[at];
  const opcode = code.opcodes[at];
  const word = WORDS.get(opcode);
  switch (opcode) {
    case Op.LOAD_CONST:
      return [Word.LOAD_SLOT, layout.constantSlots[linked.index] + operand];
    case Op.LOAD_VAR:
    case Op.LOAD_LOCAL:
    case Op.LOAD_GLOBAL:
    case Op.STORE_VAR:
    case Op.STORE_GLOBAL:
    case Op.DELETE_VAR:
      return variableWord(linked, opcode, operand, layout);
    case Op.JUMP:
    case Op.JUMP_IF_FALSE:
    case Op.JUMP_IF_TRUE:
    case Op.JUMP_IF_FALSE_OR_POP:
    case Op.JUMP_IF_TRUE_OR_POP:
    case Op.FOR_ITER:
    case Op.SETUP_TRY:
      return [word as number, layout.entries[linked.index] + 2 * operand];
    case Op.RETURN_VALUE:
      if (linked.isGenerator) return [Word.RETURN_FROM_GENERATOR, 0];
      return [code.opcodes.includes(Op.SETUP_TRY) ? Word.RETURN_FROM_TRY : Word.RETURN_VALUE, 0];
    case Op.CALL_FUNC:
      return calledWord(linked, operand, layout);
    case Op.CALL: {
      const { count, names } = linked.sites[operand];
      return names.length > 0 ? [Word.CALL_BY_NAME, operand] : [Word.CALL, count];
    }
    case Op.CALL_METHOD: {
      const { callee, count, names } = linked.sites[operand];
      return names.length > 0
        ? [Word.CALL_METHOD_BY_NAME, operand]
        : [Word.CALL_METHOD, addSite(layout, (callee as { name: string }).name, count)];
    }
    case Op.CALL_SPREAD:
      return [Word.CALL_SPREAD, 0];
    case Op.TAIL_CALL_FUNC:
      return linked.sites[operand].callee?.kind === 'function'
        ? tailWord(linked, operand, Word.TAIL_CALL_KNOWN)
        : LEAVE;
    case Op.TAIL_CALL:
      return tailWord(linked, operand, Word.TAIL_CALL);
    case Op.MAKE_FUNC:
      return linked.sites[operand].count === 0 ? [Word.MAKE_FUNC, operand] : [Word.OPERATE, 0];
    case Op.LOAD_ATTR:
    case Op.STORE_ATTR:
      return [word as number, addSite(layout, linked.names[operand], 0)];
    default:
      if (word !== undefined) return [word, IN_PLACE.has(opcode) ? 1 : operand];
      return OPERATIONS[opcode] === undefined ? LEAVE : [Word.OPERATE, 0];
  }
}

/** A generator's frame stays where it calls for the last time: that is for the machine. */
function tailWord(linked: LinkedFunction, operand: number, word: number): WordAndOperand {
  return linked.isGenerator || linked.sites[operand].names.length > 0 ? LEAVE : [word, operand];
}

function variableWord(linked: LinkedFunction, opcode: number, operand: number, layout: Layout): WordAndOperand {
  const { scope, slot, globalSlot } = linked.variables[operand];
  if (opcode === Op.DELETE_VAR) {
    if (scope === 'global') return [Word.DELETE_SLOT, layout.firstGlobal + globalSlot];
    return scope === 'local' && slot >= 0 ? [Word.DELETE_LOCAL, slot] : LEAVE;
  }
  const isLoad = opcode !== Op.STORE_VAR && opcode !== Op.STORE_GLOBAL;
  const isOfModule =
    opcode === Op.LOAD_GLOBAL || opcode === Op.STORE_GLOBAL || (scope === 'global' && opcode !== Op.LOAD_LOCAL);
  if (isOfModule) return [isLoad ? Word.LOAD_GLOBAL : Word.STORE_SLOT, layout.firstGlobal + globalSlot];
  if (slot < 0) return LEAVE;
  if (scope === 'local') return [isLoad ? Word.LOAD_LOCAL : Word.STORE_LOCAL, slot];
  if (scope === 'cell') return [isLoad ? Word.LOAD_CELL : Word.STORE_CELL, linked.code.locals.length + slot];
  return LEAVE;
}

function calledWord(linked: LinkedFunction, operand: number, layout: Layout): WordAndOperand {
  const { callee, target, count, names, builtIn } = linked.sites[operand];
  if (callee?.kind === 'built-in') {
    if (names.length > 0 || !(builtIn instanceof NativeFunction || builtIn instanceof ClassObject))
      return [Word.CALL_ANY, 0];
    const isNext = callee.name === 'next' && count === 1;
    return [isNext ? Word.NEXT : Word.CALL_BUILT_IN, addSite(layout, callee.name, count, builtIn)];
  }
  if (callee?.kind !== 'function') return [Word.CALL_ANY, 0];
  const called = target as LinkedFunction;
  const isDirect = names.length === 0 && isSimple(called) && called.plainParameters === count && called.cellCount === 0;
  return isDirect ? [Word.CALL_DIRECT, called.index] : [Word.CALL_KNOWN, operand];
}

/** The words that have the name of an instruction, by its opcode. */
const WORDS: ReadonlyMap<number, number> = new Map(
  Object.entries(Word).flatMap(([name, word]) =>
    // On numbers an operator does the same in place. Where it makes a difference, its operand tells: 1 in place, 0 else.
    [name, `INPLACE_${name}`].filter(each => each in Op).map(each => [Op[each as Mnemonic], word]),
  ),
);

const IN_PLACE: ReadonlySet<number> = new Set(
  Object.entries(Op).flatMap(([name, opcode]) => (name.startsWith('INPLACE_') ? [opcode] : [])),
);

/** The built-ins that global names stand for while nothing has bound them. */
export function builtInsOf({ globalNames }: LinkedProgram): (Value | undefined)[] {
  return globalNames.map(builtInNamed);
}

/** Makes the plain engine do the instructions of these places. Fused words that reach over one are taken apart. */
export function interruptAt(places: readonly number[], image: Image, code: Int32Array, plain: Int32Array): void {
  for (const place of places) {
    for (let at = Math.max(PROLOGUE.length, place - LONGEST_FUSION); at < place; at += 2) code[at] = image.plain[at];
  }
  for (const place of places) {
    code[place] = Word.LEAVE;
    plain[place] = Word.LEAVE;
  }
}
