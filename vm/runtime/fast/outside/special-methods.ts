import { Op } from '../../../isa/index.ts';
import { dropResult, pushResult } from '../../frame.ts';
import { FunctionObject, InstanceObject, ShapedObject } from '../../objects/index.ts';
import { COMPARISON_METHODS, waitForComparison } from '../../operations/comparison.ts';
import { waitForLength } from '../../operations/length.ts';
import { waitForMembership } from '../../operations/membership.ts';
import { NOT_IMPLEMENTED } from '../../operations/not-implemented.ts';
import { OPERATOR_METHODS, UNARY_METHODS, waitForOperator } from '../../operations/operators.ts';
import type { ComparisonOperator } from '../../types/native-comparison.ts';
import type { BinaryOperator, Value } from '../../values/index.ts';
import { bindCells, canEnter, copyAll, roomFor } from '../entering.ts';
import { pushCall } from '../frames.ts';
import { raiseInLoop } from '../errors.ts';
import { attend, goTo } from '../going.ts';
import { ENTRIES, FRAME_SIZES, RESUME_AT, Way } from '../registers.ts';
import { NUMBERS, REFERENCES, TAGS, Tag, push, putValue, valueAt } from '../slots.ts';
import { SpecialWait, setWait, type WaitSource } from '../waits.ts';

/** What an instruction asks the class of its first operand for, or of its last one. */
interface SpecialMethod extends WaitSource {
  readonly name: string;
  /** Operands: the method's arguments. */
  readonly count: number;
  /** Whether the object is the last operand; then there are two, and the method takes them the other way round. */
  readonly isOfLast: boolean;
  /** Whether the class of the other operand may have a say in it. */
  readonly asksOther: boolean;
  /** A method that comes before it, where the class has that. */
  readonly before: string | null;
}

/**
 * Calls the method that the class of an operand has for the instruction, on the operands where they are. `null`, with nothing
 * changed, where there is no such method, the other operand's class has a say in it, or the call is more than that. The result goes
 * where the first operand is, unless another slot is named.
 */
export function enterSpecialMethod(
  opcode: number,
  pc: number,
  sp: number,
  fp: number,
  calls: number,
  result?: number,
): number | null {
  const special = SPECIAL_METHODS[opcode];
  if (special === null) return null;
  const { name, count, isOfLast, before } = special;
  const first = sp - count;
  const place = isOfLast ? sp - 1 : first;
  const self = TAGS[place] === Tag.Object ? REFERENCES[place] : null;
  if (!(self instanceof InstanceObject)) return null;
  const method = self.class.specialMethod(opcode, name);
  if (!(method instanceof FunctionObject) || (before !== null && self.class.lookUpOwn(before) !== undefined))
    return null;
  if (special.asksOther && isOfAnotherClass(first + 1, self)) return null;
  const { index, plainParameters, code, isGenerator } = method.code;
  const room = roomFor(first, calls);
  const isPlain = plainParameters === code.parameters.length && plainParameters === count && !isGenerator;
  if (!isPlain || !canEnter(index, room, calls)) return null;
  const isAlone = special.wait === null && special.deliver === pushResult;
  const other = count === 1 || isAlone ? null : (valueAt(first + 1) as Value);
  if (room !== first) copyAll(first, sp, room);
  if (isOfLast) exchange(room, room + 1);
  try {
    bindCells(method, room, count);
  } catch (thrown) {
    return raiseInLoop(thrown, pc, sp, fp, calls);
  }
  // What answers for the instruction is called as any function is.
  const record = pushCall(index, result ?? first, isAlone ? pc + 2 : RESUME_AT, fp, calls);
  if (!isAlone) setWait(record, new SpecialWait(special, self, other, pc + 2));
  goTo(ENTRIES[index], room + FRAME_SIZES[index], room, record);
  return attend(Way.elsewhere);
}

function exchange(slot: number, other: number): void {
  const value = valueAt(slot);
  push(slot, other);
  putValue(other, value);
}

/** Whether a slot holds an object of a class of the program, and not of that of `self`. */
function isOfAnotherClass(slot: number, self: InstanceObject): boolean {
  const other = TAGS[slot] === Tag.Object ? REFERENCES[slot] : null;
  return other instanceof ShapedObject && other.class !== self.class;
}

/** A method whose answer is that of the instruction. */
const ALONE = {
  isOfLast: false,
  asksOther: false,
  before: null,
  wait: null,
  takes: () => true,
  deliver: pushResult,
} as const;

const ROWS: readonly (readonly [opcode: number, method: SpecialMethod])[] = [
  ...Object.entries(OPERATOR_METHODS).flatMap(([operator, { own, inPlace }]) => [
    [Op[operator as BinaryOperator], ofOperator(operator as BinaryOperator, own, null)] as const,
    [Op[`INPLACE_${operator as BinaryOperator}`], ofOperator(operator as BinaryOperator, own, inPlace)] as const,
  ]),
  ...Object.entries(COMPARISON_METHODS).map(
    ([operator, { method }]) =>
      [Op[operator as ComparisonOperator], ofComparison(operator as ComparisonOperator, method)] as const,
  ),
  ...Object.entries(UNARY_METHODS).map(
    ([operator, [name]]) => [Op[operator as keyof typeof UNARY_METHODS], { ...ALONE, name, count: 1 }] as const,
  ),
  [Op.LOAD_INDEX, { ...ALONE, name: '__getitem__', count: 2 }],
  [Op.STORE_INDEX, { ...ALONE, name: '__setitem__', count: 3, deliver: dropResult }],
  [Op.CONTAINS, { ...ALONE, name: '__contains__', count: 2, isOfLast: true, wait: waitForMembership, takes: isBool }],
  [Op.LEN, { ...ALONE, name: '__len__', count: 1, wait: waitForLength, takes: isLength }],
];

function isBool(slot: number): boolean {
  return TAGS[slot] === Tag.Bool;
}

function isLength(slot: number): boolean {
  return TAGS[slot] === Tag.Int && NUMBERS[slot] >= 0;
}

/** Whether it is no refusal. The heap counts long strings and ints that steps answer with. */
function isAnswer(slot: number): boolean {
  const tag = TAGS[slot];
  return (
    tag !== Tag.String &&
    tag !== Tag.BigInt &&
    tag !== Tag.Wide &&
    (tag !== Tag.Object || REFERENCES[slot] !== NOT_IMPLEMENTED)
  );
}

/** By opcode. */
const SPECIAL_METHODS: readonly (SpecialMethod | null)[] = (() => {
  const table = new Array<SpecialMethod | null>(256).fill(null);
  for (const [opcode, method] of ROWS) table[opcode] = method;
  return table;
})();

function ofOperator(operator: BinaryOperator, name: string, before: string | null): SpecialMethod {
  const isInPlace = before !== null;
  return {
    name,
    count: 2,
    isOfLast: false,
    asksOther: true,
    before,
    wait: (left, right) => waitForOperator(operator, left, right, isInPlace),
    takes: isAnswer,
    deliver: pushResult,
  };
}

function ofComparison(operator: ComparisonOperator, name: string): SpecialMethod {
  return {
    name,
    count: 2,
    isOfLast: false,
    asksOther: true,
    before: null,
    wait: (left, right) => waitForComparison(operator, left, right),
    takes: isAnswer,
    deliver: pushResult,
  };
}
