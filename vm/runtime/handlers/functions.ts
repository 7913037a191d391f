import { NO_DEFAULTS, directCallable, frameOf, type Callable } from '../calls.ts';
import { raise } from '../errors.ts';
import type { Deliver, Frame } from '../frame.ts';
import type { LinkedFunction, LinkedSite } from '../link.ts';
import type { Machine } from '../machine.ts';
import { DictObject, ListObject, TupleObject, newFunction } from '../objects/index.ts';
import { beginCall, type Begun } from '../operations/calls.ts';
import { typeName, type Value } from '../values/index.ts';
import type { Handlers } from './handler.ts';
import type { Calls, Operands, Operations } from './operation.ts';

export const functionOperations: Operations<'MAKE_FUNC'> = {
  MAKE_FUNC(machine, operands, operand) {
    const site = operands.function.sites[operand];
    const { code, cells } = functionAt(operands, site);
    const defaults = site.count === 0 ? NO_DEFAULTS : defaultsOf(code, operands.top(site.count));
    return newFunction(machine.heap, code, cells, defaults);
  },
};

/** The values that the last parameters get which can have defaults, by their slots. */
function defaultsOf({ code }: LinkedFunction, values: readonly Value[]): ReadonlyMap<number, Value> {
  const slots = code.parameters.flatMap(({ kind }, slot) =>
    kind === 'plain' || kind === 'keyword-only' ? [slot] : [],
  );
  return new Map(slots.slice(slots.length - values.length).map((slot, index) => [slot, values[index]]));
}

export const functionCalls: Calls<'CALL_FUNC' | 'CALL' | 'CALL_SPREAD'> = {
  CALL_FUNC: (machine, operands, operand) => beginNamed(machine, operands, operands.function.sites[operand]),

  CALL(machine, operands, operand) {
    const { count, names } = operands.function.sites[operand];
    return beginCall(machine, operands.peek(count), operands.top(count), names);
  },

  CALL_SPREAD(machine, operands) {
    const { values, names } = spread(operands.peek(1), operands.peek());
    return beginCall(machine, operands.peek(2), values, names);
  },
};

export const functionHandlers: Handlers<'TAIL_CALL_FUNC' | 'TAIL_CALL' | 'RETURN_VALUE' | 'YIELD'> = {
  TAIL_CALL_FUNC(machine, frame, operand) {
    tailCall(machine, frame, beginNamed(machine, frame, frame.function.sites[operand]));
  },

  TAIL_CALL(machine, frame, operand) {
    const site = frame.function.sites[operand];
    tailCall(machine, frame, beginCall(machine, frame.peek(site.count), frame.top(site.count), site.names));
  },

  RETURN_VALUE(machine, frame) {
    machine.leave(frame.pop());
  },

  YIELD(machine, frame) {
    machine.suspend(frame.pop());
  },
};

/** Begins a call whose callee the site names. */
function beginNamed(machine: Machine, operands: Operands, site: LinkedSite): Begun {
  const values = operands.top(site.count);
  if (site.callee?.kind !== 'built-in') {
    return { frame: frameOf(machine, functionAt(operands, site), values, site.names) };
  }
  return beginCall(machine, site.builtIn ?? null, values, site.names);
}

/** The function that a site names, with the cells that it captures here. */
function functionAt(operands: Operands, { callee, target }: LinkedSite): Callable {
  const { cells } = callee as { cells: readonly number[] };
  return directCallable(
    target as LinkedFunction,
    cells.map(cell => operands.cell(cell)),
  );
}

/** Replaces the frame by the callee's; a generator's stays, for it is more than a call. */
function tailCall(machine: Machine, frame: Frame, begun: Begun): void {
  if (frame.generator !== null) {
    if ('frame' in begun && !begun.frame.function.isGenerator) machine.enter(begun.frame, null, returnResult);
    else machine.answer('outcome' in begun ? begun.outcome : machine.makeGenerator(begun.frame), 0, returnResult);
  } else if ('outcome' in begun) {
    machine.leaveWith(begun.outcome);
  } else if (begun.frame.function.isGenerator) {
    machine.leave(machine.makeGenerator(begun.frame));
  } else {
    machine.replace(begun.frame);
  }
}

const returnResult: Deliver = (machine, _frame, value) => machine.leaveNext(value);

/** The arguments that were collected in a list or tuple and a dict. */
export function spread(placed: Value, named: Value): { values: readonly Value[]; names: readonly string[] } {
  if (!(placed instanceof ListObject) && !(placed instanceof TupleObject)) {
    raise('TypeError', `CALL_SPREAD needs a list or tuple of arguments, not '${typeName(placed)}'`);
  }
  if (!(named instanceof DictObject)) {
    raise('TypeError', `CALL_SPREAD needs a dict of arguments by name, not '${typeName(named)}'`);
  }
  if (named.table.size === 0) return { values: placed.items, names: [] };
  const names = named.table.keys().map(name => {
    if (typeof name === 'string') return name;
    raise('TypeError', 'keywords must be strings');
  });
  return { values: [...placed.items, ...named.table.values()], names };
}
