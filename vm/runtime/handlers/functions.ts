import { callBuiltIn } from '../built-ins/index.ts';
import { directCallable, enter, type Callable } from '../calls.ts';
import { raise } from '../errors.ts';
import type { Frame } from '../frame.ts';
import type { LinkedSite } from '../link.ts';
import type { Machine } from '../machine.ts';
import { BuiltInObject, FunctionObject } from '../objects.ts';
import type { BuiltInName } from '../../isa/index.ts';
import { typeName } from '../values/type-names.ts';
import type { Value } from '../values/value.ts';
import type { Handlers } from './handler.ts';

export const functionHandlers: Handlers<
  'CALL_FUNC' | 'CALL' | 'TAIL_CALL_FUNC' | 'TAIL_CALL' | 'MAKE_FUNC' | 'RETURN_VALUE'
> = {
  CALL_FUNC(machine, frame, operand) {
    const site = frame.function.sites[operand];
    call(machine, frame, site, calleeOf(frame, site), site.count);
  },

  CALL(machine, frame, operand) {
    const site = frame.function.sites[operand];
    call(machine, frame, site, callableValue(frame.peek(site.count)), site.count + 1);
  },

  TAIL_CALL_FUNC(machine, frame, operand) {
    const site = frame.function.sites[operand];
    tailCall(machine, frame, site, calleeOf(frame, site));
  },

  TAIL_CALL(machine, frame, operand) {
    const site = frame.function.sites[operand];
    tailCall(machine, frame, site, callableValue(frame.peek(site.count)));
  },

  MAKE_FUNC(machine, frame, operand) {
    const site = frame.function.sites[operand];
    const { code, cells } = calleeOf(frame, site) as Callable;
    const values = argumentsOf(frame, site);
    const slots = code.code.parameters.flatMap(({ kind }, slot) =>
      kind === 'plain' || kind === 'keyword-only' ? [slot] : [],
    );
    const defaults = new Map(slots.slice(slots.length - values.length).map((slot, index) => [slot, values[index]]));
    dropFrom(frame, site.count);
    frame.push(machine.allocate(new FunctionObject(code, cells, defaults)));
  },

  RETURN_VALUE(machine, frame) {
    machine.leave(frame.pop());
  },
};

type Callee = Callable | BuiltInName;

/** Calls with the values on top; `taken` of them, the callee included where it is one of them, are replaced by the result. */
function call(machine: Machine, frame: Frame, site: LinkedSite, callee: Callee, taken: number): void {
  const values = argumentsOf(frame, site);
  if (typeof callee === 'string') {
    const result = callBuiltIn(machine, callee, values, site.names);
    dropFrom(frame, taken);
    frame.push(result);
    return;
  }
  machine.checkDepth();
  const entered = enter(callee, values, site.names);
  dropFrom(frame, taken);
  machine.enter(entered);
}

/** Replaces the frame by the callee's; a built-in is called and its result returned. */
function tailCall(machine: Machine, frame: Frame, site: LinkedSite, callee: Callee): void {
  const values = argumentsOf(frame, site);
  if (typeof callee === 'string') machine.leave(callBuiltIn(machine, callee, values, site.names));
  else machine.replace(enter(callee, values, site.names));
}

function calleeOf(frame: Frame, { callee, target }: LinkedSite): Callee {
  if (callee?.kind === 'function' && target !== null) {
    return directCallable(
      target,
      callee.cells.map(cell => frame.cells[cell]),
    );
  }
  return (callee as { name: BuiltInName }).name;
}

function callableValue(value: Value): Callee {
  if (value instanceof FunctionObject) return value;
  if (value instanceof BuiltInObject) return value.name;
  raise('TypeError', `'${typeName(value)}' object is not callable`);
}

function argumentsOf(frame: Frame, site: LinkedSite): Value[] {
  return frame.stack.slice(frame.stack.length - site.count);
}

function dropFrom(frame: Frame, count: number): void {
  frame.stack.length -= count;
}
