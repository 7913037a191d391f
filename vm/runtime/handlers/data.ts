import { raise, raiseNameError } from '../errors.ts';
import type { Frame } from '../frame.ts';
import type { LinkedVariable } from '../link.ts';
import type { Machine } from '../machine.ts';
import type { Value } from '../values/value.ts';
import type { Handlers } from './handler.ts';

export const dataHandlers: Handlers<
  'LOAD_CONST' | 'LOAD_VAR' | 'STORE_VAR' | 'DELETE_VAR' | 'LOAD_LOCAL' | 'LOAD_GLOBAL' | 'STORE_GLOBAL'
> = {
  LOAD_CONST(_machine, frame, operand) {
    frame.push(frame.function.constants[operand]);
  },

  LOAD_VAR(machine, frame, operand) {
    const variable = frame.function.variables[operand];
    const value = readLocal(frame, variable);
    if (value !== undefined) frame.push(value);
    else if (isCaptured(frame, variable)) raiseUnboundCapture(variable.name);
    else frame.push(loadGlobal(machine, variable));
  },

  STORE_VAR(machine, frame, operand) {
    const variable = frame.function.variables[operand];
    if (variable.scope === 'local') frame.locals[variable.slot] = frame.pop();
    else if (variable.scope === 'cell') frame.cells[variable.slot].set(machine.heap, frame.pop());
    else machine.globals.set(variable.globalSlot, frame.pop());
  },

  DELETE_VAR(machine, frame, operand) {
    const variable = frame.function.variables[operand];
    if (variable.scope === 'global') {
      if (machine.globals.get(variable.globalSlot) === undefined) raiseUndefined(variable.name);
      machine.globals.set(variable.globalSlot, undefined);
      return;
    }
    if (readLocal(frame, variable) === undefined) {
      if (isCaptured(frame, variable)) raiseUnboundCapture(variable.name);
      raiseUnboundLocal(variable.name);
    }
    if (variable.scope === 'local') frame.locals[variable.slot] = undefined;
    else frame.cells[variable.slot].set(machine.heap, undefined);
  },

  LOAD_LOCAL(_machine, frame, operand) {
    const variable = frame.function.variables[operand];
    const value = readLocal(frame, variable);
    if (value !== undefined) frame.push(value);
    else if (isCaptured(frame, variable)) raiseUnboundCapture(variable.name);
    else raiseUnboundLocal(variable.name);
  },

  LOAD_GLOBAL(machine, frame, operand) {
    frame.push(loadGlobal(machine, frame.function.variables[operand]));
  },

  STORE_GLOBAL(machine, frame, operand) {
    machine.globals.set(frame.function.variables[operand].globalSlot, frame.pop());
  },
};

function readLocal(frame: Frame, { scope, slot }: LinkedVariable): Value | undefined {
  if (scope === 'local') return slot < 0 ? undefined : frame.locals[slot];
  return scope === 'cell' ? frame.cells[slot].value : undefined;
}

/** Whether it is a variable of an enclosing function: those do not fall back to globals. */
function isCaptured(frame: Frame, { scope, slot }: LinkedVariable): boolean {
  return scope === 'cell' && slot >= frame.function.code.cells.length;
}

function loadGlobal(machine: Machine, { name, globalSlot }: LinkedVariable): Value {
  const value = machine.globals.get(globalSlot);
  if (value !== undefined) return value;
  const builtIn = machine.builtIn(name);
  if (builtIn !== undefined) return builtIn;
  if (machine.undefinedIsNone) return null;
  raiseUndefined(name);
}

function raiseUndefined(name: string): never {
  raiseNameError(`name '${name}' is not defined`, name);
}

function raiseUnboundLocal(name: string): never {
  raise('UnboundLocalError', `cannot access local variable '${name}' where it is not associated with a value`);
}

function raiseUnboundCapture(name: string): never {
  const message = `cannot access free variable '${name}' where it is not associated with a value in enclosing scope`;
  raiseNameError(message, name);
}
