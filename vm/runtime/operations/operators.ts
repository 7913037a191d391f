import type { Machine } from '../machine.ts';
import { ShapedObject } from '../objects/index.ts';
import { waitFor, type Continuation, type Outcome, type Step } from '../pending.ts';
import { callMethod } from './method-calls.ts';
import { specialMethod } from '../types/registry.ts';
import {
  BINARY_OPERATORS,
  HeapObject,
  raiseBadOperand,
  raiseUnsupported,
  raiseUnsupportedInPlace,
  unaryOperation,
  type BinaryOperator,
  type UnaryOperator,
  type Value,
} from '../values/index.ts';
import { combineObjects, combineObjectsInPlace } from './collection-operators.ts';
import { formatWithObject } from './format-percent.ts';
import { NOT_IMPLEMENTED } from './not-implemented.ts';
import { joinOrRepeat } from './sequences.ts';
import { plainTruth, truth } from './truth.ts';

/** The special methods of the operators: of the left operand, of the right one, and of the left one that is changed in place. */
export const OPERATOR_METHODS: Readonly<Record<BinaryOperator, OperatorMethods>> = {
  ADD: methodsOf('add'),
  SUB: methodsOf('sub'),
  MUL: methodsOf('mul'),
  DIV: methodsOf('truediv'),
  FLOOR_DIV: methodsOf('floordiv'),
  MOD: methodsOf('mod'),
  POW: methodsOf('pow'),
  BIT_AND: methodsOf('and'),
  BIT_OR: methodsOf('or'),
  BIT_XOR: methodsOf('xor'),
  SHIFT_LEFT: methodsOf('lshift'),
  SHIFT_RIGHT: methodsOf('rshift'),
};

interface OperatorMethods {
  readonly own: string;
  readonly reflected: string;
  readonly inPlace: string;
}

function methodsOf(name: string): OperatorMethods {
  return { own: `__${name}__`, reflected: `__r${name}__`, inPlace: `__i${name}__` };
}

/** The special methods of the unary operators, and what messages call those. */
export const UNARY_METHODS: Readonly<Record<Exclude<UnaryOperator, 'NOT'>, readonly [method: string, shown: string]>> =
  {
    NEGATE: ['__neg__', 'unary -'],
    POSITIVE: ['__pos__', 'unary +'],
    BIT_NOT: ['__invert__', 'unary ~'],
  };

/** `left operator right` */
export function binary(machine: Machine, operator: BinaryOperator, left: Value, right: Value): Outcome {
  return apply(machine, operator, left, right, false);
}

/** `left operator= right`: the value that the left side gets. */
export function binaryInPlace(machine: Machine, operator: BinaryOperator, left: Value, right: Value): Outcome {
  const own = specialMethod(left, OPERATOR_METHODS[operator].inPlace);
  if (own !== undefined) return callMethod(own, [left, right]).thenDo(orPlain, operator, left, right);
  const changed = left instanceof HeapObject ? combineObjectsInPlace(machine, operator, left, right) : undefined;
  return changed ?? apply(machine, operator, left, right, true);
}

/** `operator operand` */
export function unary(machine: Machine, operator: UnaryOperator, operand: Value): Outcome {
  if (operator === 'NOT') return not(machine, operand);
  if (!(operand instanceof HeapObject)) return machine.heap.made(unaryOperation(operator, operand));
  const [method, shown] = UNARY_METHODS[operator];
  const own = specialMethod(operand, method);
  return own === undefined ? raiseBadOperand(shown, operand) : callMethod(own, [operand]);
}

function not(machine: Machine, operand: Value): Outcome {
  const known = plainTruth(operand);
  if (known !== undefined) return !known;
  const outcome = truth(machine, operand);
  return typeof outcome === 'boolean' ? !outcome : (outcome as Exclude<Outcome, Value>).thenDo(inverted);
}

const inverted: Step<[]> = { after: (_machine, result) => result === false };

function apply(machine: Machine, operator: BinaryOperator, left: Value, right: Value, isInPlace: boolean): Outcome {
  if (!(left instanceof HeapObject) && !(right instanceof HeapObject)) {
    const result = BINARY_OPERATORS[operator].apply(left, right);
    if (result === undefined) return unsupported(machine, operator, left, right, isInPlace);
    if (operator !== 'ADD' || typeof result !== 'string') return machine.heap.made(result);
    return machine.heap.joined(result, Math.min((left as string).length, (right as string).length));
  }
  if (!mayHaveMethods(left) && !mayHaveMethods(right)) {
    if (operator === 'MOD' && typeof left === 'string') return formatWithObject(machine, left, right as HeapObject);
    const combined = combineObjects(machine, operator, left, right);
    return combined ?? unsupported(machine, operator, left, right, isInPlace);
  }
  const own = specialMethod(left, OPERATOR_METHODS[operator].own);
  const reflected = reflectedMethod(operator, left, right);
  if (own !== undefined && reflected !== undefined && comesFirst(machine, operator, right, left)) {
    return callMethod(reflected, [right, left]).thenDo(orOwn, own, operator, left, right, isInPlace);
  }
  if (own !== undefined) return callMethod(own, [left, right]).thenDo(orReflected, operator, left, right, isInPlace);
  if (operator === 'MOD' && typeof left === 'string') return formatWithObject(machine, left, right as HeapObject);
  const combined = combineObjects(machine, operator, left, right);
  if (combined !== undefined) return combined;
  return orReflected.after(machine, NOT_IMPLEMENTED, operator, left, right, isInPlace);
}

/** Whether the class of a value may be one of the program's, which can define operators. */
function mayHaveMethods(value: Value): boolean {
  return value instanceof ShapedObject;
}

/** The right operand's method, unless both are of one class: then the left one's has had its say. */
function reflectedMethod(operator: BinaryOperator, left: Value, right: Value): Value | undefined {
  if (!(right instanceof HeapObject)) return undefined;
  if (left instanceof HeapObject && classIdentity(left) === classIdentity(right)) return undefined;
  return specialMethod(right, OPERATOR_METHODS[operator].reflected);
}

function classIdentity(value: HeapObject): unknown {
  return 'class' in value ? value.class : value.typeName;
}

/** The right operand comes first where its class derives from the left one's, and has a reflected method of its own. */
function comesFirst(machine: Machine, operator: BinaryOperator, right: Value, left: Value): boolean {
  const [type, other] = [machine.classOf(right), machine.classOf(left)];
  if (type === other || !type.isSubclassOf(other)) return false;
  const name = OPERATOR_METHODS[operator].reflected;
  return type.lookUp(name) !== other.lookUp(name);
}

const orReflected: Step<[string, Value, Value, boolean]> = {
  onlyForRefusals: true,
  after(machine, result, name, left, right, isInPlace) {
    if (result !== NOT_IMPLEMENTED) return result;
    const operator = name as BinaryOperator;
    const reflected = reflectedMethod(operator, left, right);
    if (reflected === undefined) return unsupported(machine, operator, left, right, isInPlace);
    return callMethod(reflected, [right, left]).thenDo(orUnsupported, operator, left, right, isInPlace);
  },
};

/** What waits for the answer of the left operand's method. */
export function waitForOperator(operator: BinaryOperator, left: Value, right: Value, isInPlace: boolean): Continuation {
  return waitFor(orReflected, operator, left, right, isInPlace);
}

const orOwn: Step<[Value, string, Value, Value, boolean]> = {
  onlyForRefusals: true,
  after(_machine, result, own, operator, left, right, isInPlace) {
    if (result !== NOT_IMPLEMENTED) return result;
    return callMethod(own, [left, right]).thenDo(orUnsupported, operator, left, right, isInPlace);
  },
};

const orUnsupported: Step<[string, Value, Value, boolean]> = {
  onlyForRefusals: true,
  after(machine, result, operator, left, right, isInPlace) {
    return result === NOT_IMPLEMENTED
      ? unsupported(machine, operator as BinaryOperator, left, right, isInPlace)
      : result;
  },
};

const orPlain: Step<[string, Value, Value]> = {
  onlyForRefusals: true,
  after(machine, result, operator, left, right) {
    return result === NOT_IMPLEMENTED ? apply(machine, operator as BinaryOperator, left, right, true) : result;
  },
};

/** No method knows the operands; sequences are joined and repeated all the same. */
function unsupported(
  machine: Machine,
  operator: BinaryOperator,
  left: Value,
  right: Value,
  isInPlace: boolean,
): Outcome {
  const sequence = joinOrRepeat(machine, operator, left, right, isInPlace);
  if (sequence !== undefined) return sequence;
  return isInPlace ? raiseUnsupportedInPlace(operator, left, right) : raiseUnsupported(operator, left, right);
}
