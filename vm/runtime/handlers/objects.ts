import { raise } from '../errors.ts';
import type { LinkedClass, LinkedSite } from '../link.ts';
import type { Machine } from '../machine.ts';
import {
  Cell,
  ClassObject,
  FunctionObject,
  newFunction,
  MethodWrapper,
  NativeFunction,
  newTuple,
  type TupleObject,
  ShapedObject,
} from '../objects/index.ts';
import { deleteAttribute, hideHash, storeAttribute } from '../operations/attribute-changes.ts';
import { attributesOf, loadAttribute, loadSuper } from '../operations/attributes.ts';
import { beginCall } from '../operations/calls.ts';
import { makeClass } from '../operations/classes.ts';
import { Pending, callLater, type Step } from '../pending.ts';
import { classOf, typeNamed } from '../types/registry.ts';
import type { Value } from '../values/index.ts';
import type { Calls, Operands, Operations } from './operation.ts';

export const objectOperations: Operations<'MAKE_CLASS' | 'LOAD_ATTR' | 'STORE_ATTR' | 'DELETE_ATTR' | 'LOAD_SUPER'> = {
  MAKE_CLASS(machine, operands, operand) {
    const site = operands.function.sites[operand];
    const type = machine.allocate(makeClass(site.target as LinkedClass, operands.top(site.count)));
    addMethods(machine, operands, site, type);
    return type;
  },

  LOAD_ATTR: (machine, operands, operand) => loadAttribute(machine, operands.peek(), operands.function.names[operand]),

  STORE_ATTR: (machine, operands, operand) =>
    storeAttribute(machine, operands.peek(1), operands.function.names[operand], operands.peek()),

  DELETE_ATTR: (machine, operands, operand) =>
    deleteAttribute(machine, operands.peek(), operands.function.names[operand]),

  LOAD_SUPER(machine, operands, operand) {
    const holder = operands.cell(operands.function.classCell).value;
    if (!(holder instanceof ClassObject)) raise('RuntimeError', 'super(): the class of this method is not there yet');
    return loadSuper(machine, holder, operands.peek(), operands.function.names[operand]);
  },
};

export const methodCalls: Calls<'CALL_METHOD'> = {
  CALL_METHOD(machine, operands, operand) {
    const { callee, count, names } = operands.function.sites[operand];
    const { name } = callee as { name: string };
    const object = operands.peek(count);
    const values = operands.top(count);
    const method = methodOf(object, name);
    if (method !== undefined) return beginCall(machine, method, [object, ...values], names);
    const ofClass = classMethodOf(object, name);
    if (ofClass !== undefined) return beginCall(machine, ofClass, [classWith(object), ...values], names);
    const attribute = loadAttribute(machine, object, name);
    if (!(attribute instanceof Pending)) return beginCall(machine, attribute, values, names);
    const given = newTuple(machine.heap, values);
    return { outcome: attribute.thenDo(callWith, given, newTuple(machine.heap, names)) };
  },
};

/** The function that a class gives for a call of a method, where the object itself has no attribute of that name. */
export function methodOf(object: Value, name: string): Value | undefined {
  const isInstance = object instanceof ShapedObject;
  if (object instanceof ClassObject || object instanceof FunctionObject) return undefined;
  const method = classOf(object).lookUp(name);
  if (method instanceof FunctionObject) {
    return isInstance && object.attributes.get(name) !== undefined ? undefined : method;
  }
  return method instanceof NativeFunction && method.owner !== null && !isInstance ? method : undefined;
}

/** The function that a call of a class method calls, where the object itself has no attribute of that name. */
export function classMethodOf(object: Value, name: string): Value | undefined {
  if (object instanceof ClassObject && typeNamed('type').lookUp(name) !== undefined) return undefined;
  const method = classWith(object).lookUp(name);
  if (!(method instanceof MethodWrapper) || method.typeName !== 'classmethod') return undefined;
  const isOwn = !(object instanceof ClassObject) && attributesOf(object)?.get(name) !== undefined;
  return isOwn ? undefined : method.function;
}

/** The class that a class method of an object gets: its own, or itself where it is one. */
function classWith(object: Value): ClassObject {
  return object instanceof ClassObject ? object : classOf(object);
}

/** The attribute was one that the program had to compute: it is called now. */
const callWith: Step<[TupleObject, TupleObject]> = {
  after: (_machine, callee, values, names) => callLater(callee, values.items, names.items as string[]),
};

/** Makes the methods of a new class; those that look behind it (`LOAD_SUPER`) share a cell with it. */
function addMethods(machine: Machine, operands: Operands, site: LinkedSite, type: ClassObject): void {
  const { methods } = site.target as LinkedClass;
  type.attributes.set(machine.heap, '__module__', '__main__');
  const { cells } = site.callee as { cells: readonly (readonly number[])[] };
  const own = machine.allocate(new Cell(type));
  for (const [index, { name, function: code }] of methods.entries()) {
    const captured = cells[index].map(cell => (cell < 0 ? own : operands.cell(cell)));
    const method = newFunction(machine.heap, code, captured, new Map());
    type.attributes.set(machine.heap, name, method);
  }
  if (type.attributes.get('__eq__') !== undefined) hideHash(machine, type);
}
