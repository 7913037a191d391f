import { CLASS_CELL, MAIN, type Program } from '../bytecode/index.ts';
import type { FrameView, Machine, Value } from '../runtime/index.ts';

/** A variable that is bound. */
export interface NamedValue {
  readonly name: string;
  readonly value: Value;
}

/**
 * The bound variables of a frame in the order of their names in the function: parameters, locals, variables that functions
 * inside capture, and those that this one captures. The variables of main are the globals, as at the top level of Python.
 */
export function localVariables(machine: Machine, frameIndex: number): NamedValue[] {
  const frame = machine.frame(frameIndex);
  if (frame.function === MAIN) return globalVariables(machine);
  return ownVariables(machine.program, frame);
}

/** The bound global variables, in the order in which they were bound. */
export function globalVariables(machine: Machine): NamedValue[] {
  return Array.from(machine.boundGlobals(), ([name, value]) => ({ name, value }));
}

/** The value of a name as code in the frame would read it, without the built-ins; `undefined` while it is unbound. */
export function lookUp(machine: Machine, frameIndex: number | null, name: string): Value | undefined {
  if (frameIndex !== null) {
    const own = ownVariables(machine.program, machine.frame(frameIndex)).find(variable => variable.name === name);
    if (own) return own.value;
  }
  return machine.boundGlobals().get(name);
}

function ownVariables(program: Program, frame: FrameView): NamedValue[] {
  const code = program.functions[frame.function];
  const values = new Map<string, Value | undefined>();
  for (const [slot, name] of code.locals.entries()) values.set(name, frame.locals[slot]);
  // A parameter that functions inside capture lives in a cell; its slot is only where the argument came in.
  for (const [index, { name }] of code.cells.entries()) values.set(name, frame.cells[index]);
  for (const [index, name] of code.captures.entries()) {
    // A cell may only be handed on to another function, and have the name of an own variable.
    if (name !== CLASS_CELL && !values.has(name)) values.set(name, frame.cells[code.cells.length + index]);
  }
  const bound: NamedValue[] = [];
  for (const [name, value] of values) if (value !== undefined) bound.push({ name, value });
  return bound;
}
