import { raise } from '../errors.ts';
import { dropResult, type Frame } from '../frame.ts';
import type { LinkedClass, LinkedSite } from '../link.ts';
import type { Machine } from '../machine.ts';
import {
  Cell,
  ClassObject,
  ExceptionObject,
  FunctionObject,
  InstanceObject,
  NativeFunction,
  tupleOf,
  type TupleObject,
} from '../objects/index.ts';
import { deleteAttribute, hideHash, storeAttribute } from '../operations/attribute-changes.ts';
import { loadAttribute, loadSuper } from '../operations/attributes.ts';
import { beginCall } from '../operations/calls.ts';
import { makeClass } from '../operations/classes.ts';
import { Pending, callLater, type Step } from '../pending.ts';
import { classOf } from '../types/registry.ts';
import type { Value } from '../values/index.ts';
import type { Handlers } from './handler.ts';

export const objectHandlers: Handlers<
  'MAKE_CLASS' | 'LOAD_ATTR' | 'STORE_ATTR' | 'DELETE_ATTR' | 'CALL_METHOD' | 'LOAD_SUPER'
> = {
  MAKE_CLASS(machine, frame, operand) {
    const site = frame.function.sites[operand];
    const bases = frame.stack.slice(frame.stack.length - site.count);
    const type = machine.allocate(makeClass(site.target as LinkedClass, bases));
    addMethods(machine, frame, site, type);
    machine.answer(type, site.count);
  },

  LOAD_ATTR(machine, frame, operand) {
    machine.answer(loadAttribute(machine, frame.peek(), frame.function.names[operand]), 1);
  },

  STORE_ATTR(machine, frame, operand) {
    const outcome = storeAttribute(machine, frame.peek(1), frame.function.names[operand], frame.peek());
    machine.answer(outcome, 2, dropResult);
  },

  DELETE_ATTR(machine, frame, operand) {
    machine.answer(deleteAttribute(machine, frame.peek(), frame.function.names[operand]), 1, dropResult);
  },

  CALL_METHOD(machine, frame, operand) {
    const site = frame.function.sites[operand];
    const { name } = site.callee as { name: string };
    const object = frame.peek(site.count);
    const values = frame.stack.slice(frame.stack.length - site.count);
    const method = methodOf(object, name);
    if (method !== undefined) {
      machine.call(beginCall(machine, method, [object, ...values], site.names), site.count + 1);
      return;
    }
    const attribute = loadAttribute(machine, object, name);
    if (attribute instanceof Pending) {
      const given = machine.allocate(tupleOf(values));
      machine.answer(attribute.thenDo(callWith, given, machine.allocate(tupleOf(site.names))), site.count + 1);
    } else {
      machine.call(beginCall(machine, attribute, values, site.names), site.count + 1);
    }
  },

  LOAD_SUPER(machine, frame, operand) {
    const cell = frame.cells[frame.function.classCell];
    const holder = cell.value;
    if (!(holder instanceof ClassObject)) raise('RuntimeError', 'super(): the class of this method is not there yet');
    machine.answer(loadSuper(machine, holder, frame.peek(), frame.function.names[operand]), 1);
  },
};

/** The function that a class gives for a call of a method, where the object itself has no attribute of that name. */
function methodOf(object: Value, name: string): Value | undefined {
  const isInstance = object instanceof InstanceObject || object instanceof ExceptionObject;
  if (object instanceof ClassObject || object instanceof FunctionObject) return undefined;
  const method = classOf(object).lookUp(name);
  if (method instanceof FunctionObject) {
    return isInstance && object.attributes.get(name) !== undefined ? undefined : method;
  }
  return method instanceof NativeFunction && method.owner !== null && !isInstance ? method : undefined;
}

/** The attribute was one that the program had to compute: it is called now. */
const callWith: Step<[TupleObject, TupleObject]> = {
  after: (_machine, callee, values, names) => callLater(callee, values.items, names.items as string[]),
};

/** Makes the methods of a new class; those that look behind it (`LOAD_SUPER`) share a cell with it. */
function addMethods(machine: Machine, frame: Frame, site: LinkedSite, type: ClassObject): void {
  const { methods } = site.target as LinkedClass;
  type.attributes.set(machine.heap, type, '__module__', '__main__');
  const { cells } = site.callee as { cells: readonly (readonly number[])[] };
  const own = machine.allocate(new Cell(type));
  for (const [index, { name, function: code }] of methods.entries()) {
    const captured = cells[index].map(cell => (cell < 0 ? own : frame.cells[cell]));
    const method = machine.allocate(new FunctionObject(code, captured, new Map()));
    type.attributes.set(machine.heap, type, name, method);
  }
  if (type.attributes.get('__eq__') !== undefined) hideHash(machine, type);
}
