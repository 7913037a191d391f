import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { FunctionObject, ShapedObject } from '../objects/index.ts';
import { NextCall, Pending, andThen, later, waitFor, type Continuation, type Outcome, type Step } from '../pending.ts';
import { callMethod } from './method-calls.ts';
import { comparisonOf, specialMethod } from '../types/registry.ts';
import type { ComparisonOperator } from '../types/native-comparison.ts';
import * as plain from '../values/index.ts';
import { HeapObject, isSame, raiseUnordered, type Value } from '../values/index.ts';
import { NOT_IMPLEMENTED } from './not-implemented.ts';
import { truth } from './truth.ts';

/**
 * `left operator right`: usually a bool, but a class may answer with anything. `nesting` says how deep in containers that are
 * being compared the operands lie. Raises `TypeError` for operands without an order, `RecursionError` for such as are nested
 * too deep.
 */
export function compare(
  machine: Machine,
  operator: ComparisonOperator,
  left: Value,
  right: Value,
  nesting = 0,
): Outcome {
  if (!(left instanceof HeapObject) && !(right instanceof HeapObject)) return comparePlain(operator, left, right);
  if (nesting + machine.frameCount > machine.limits.depth) {
    raise('RecursionError', 'maximum recursion depth exceeded in comparison');
  }
  // Deep data must not grow the host's stack.
  if (nesting % NATIVE_NESTING === NATIVE_NESTING - 1) {
    return later(null).thenDo(compareDeeper, operator, left, right, nesting);
  }
  return compareObjects(machine, operator, left, right, nesting);
}

interface Row {
  readonly method: string;
  readonly reflected: ComparisonOperator;
}

/** The special method of each comparison, and the comparison that the right operand may be asked for. */
export const COMPARISON_METHODS: Readonly<Record<ComparisonOperator, Row>> = {
  EQ: { method: '__eq__', reflected: 'EQ' },
  NE: { method: '__ne__', reflected: 'NE' },
  LT: { method: '__lt__', reflected: 'GT' },
  LE: { method: '__le__', reflected: 'GE' },
  GT: { method: '__gt__', reflected: 'LT' },
  GE: { method: '__ge__', reflected: 'LE' },
};

/** So many levels of containers the host's recursion goes down at once. */
const NATIVE_NESTING = 50;

function comparePlain(operator: ComparisonOperator, left: Value, right: Value): boolean {
  if (operator === 'EQ') return plain.equals(left, right);
  return operator === 'NE' ? !plain.equals(left, right) : plain.order(operator, left, right);
}

/** The right operand has its say first where its class derives from the left one's. */
function compareObjects(
  machine: Machine,
  operator: ComparisonOperator,
  left: Value,
  right: Value,
  nesting: number,
): Outcome {
  if (!isMoreSpecial(right, left)) {
    const answer = ask(machine, operator, left, right, nesting);
    if (answer instanceof Pending) return answer.thenDo(orReflected, operator, left, right, nesting);
    return orReflected.after(machine, answer, operator, left, right, nesting);
  }
  const { reflected } = COMPARISON_METHODS[operator];
  return andThen(machine, ask(machine, reflected, right, left, nesting), orOwn, operator, left, right, nesting);
}

const compareDeeper: Step<[string, Value, Value, number]> = {
  after: (machine, _nothing, operator, left, right, nesting) =>
    compareObjects(machine, operator as ComparisonOperator, left, right, nesting),
};

function isMoreSpecial(right: Value, left: Value): boolean {
  if (!(right instanceof ShapedObject) || !(left instanceof ShapedObject)) return false;
  return right.class !== left.class && right.class.isSubclassOf(left.class);
}

const orReflected: Step<[string, Value, Value, number]> = {
  onlyForRefusals: true,
  after(machine, result, name, left, right, nesting) {
    if (result !== NOT_IMPLEMENTED) return result;
    const operator = name as ComparisonOperator;
    const outcome = ask(machine, COMPARISON_METHODS[operator].reflected, right, left, nesting);
    return andThen(machine, outcome, orByIdentity, operator, left, right);
  },
};

/**
 * The call of the left operand's method, where that is a function of the program and the right operand's class has no say before it; its
 * answer is what `answerToComparison` wants.
 */
export function callForComparison(operator: ComparisonOperator, left: Value, right: Value): NextCall | undefined {
  if (!(left instanceof ShapedObject) || isMoreSpecial(right, left)) return undefined;
  const own = specialMethod(left, COMPARISON_METHODS[operator].method);
  return own instanceof FunctionObject ? new NextCall(own, left, right) : undefined;
}

/** What the comparison is by the answer of the left operand's method. */
export function answerToComparison(
  machine: Machine,
  answer: Value,
  operator: ComparisonOperator,
  left: Value,
  right: Value,
): Outcome {
  return orReflected.after(machine, answer, operator, left, right, 0);
}

/** What waits for the answer of the left operand's method. */
export function waitForComparison(operator: ComparisonOperator, left: Value, right: Value): Continuation {
  return waitFor(orReflected, operator, left, right, 0);
}

const orOwn: Step<[string, Value, Value, number]> = {
  onlyForRefusals: true,
  after(machine, result, name, left, right, nesting) {
    if (result !== NOT_IMPLEMENTED) return result;
    const operator = name as ComparisonOperator;
    return andThen(machine, ask(machine, operator, left, right, nesting), orByIdentity, operator, left, right);
  },
};

const orByIdentity: Step<[string, Value, Value]> = {
  onlyForRefusals: true,
  after(_machine, result, name, left, right) {
    if (result !== NOT_IMPLEMENTED) return result;
    const operator = name as ComparisonOperator;
    if (operator === 'EQ') return isSame(left, right);
    return operator === 'NE' ? !isSame(left, right) : raiseUnordered(operator, left, right);
  },
};

/** What one operand says of the comparison with another; it may answer with `NotImplemented`. */
function ask(machine: Machine, operator: ComparisonOperator, asked: Value, other: Value, nesting: number): Outcome {
  if (!(asked instanceof ShapedObject)) {
    return comparisonOf(asked)?.(machine, operator, asked as never, other, nesting) ?? NOT_IMPLEMENTED;
  }
  const own = specialMethod(asked, COMPARISON_METHODS[operator].method);
  if (own !== undefined) return callMethod(own, [asked, other]);
  const equality = operator === 'NE' ? specialMethod(asked, '__eq__') : undefined;
  return equality === undefined ? NOT_IMPLEMENTED : callMethod(equality, [asked, other]).thenDo(unequal);
}

/** A class without `__ne__` has the opposite of its `__eq__`. */
const unequal: Step<[]> = {
  after: (machine, result) =>
    result === NOT_IMPLEMENTED ? result : andThen(machine, truth(machine, result), opposite),
};

const opposite: Step<[]> = { after: (_machine, result) => result === false };
