import { stackEffect, type Instruction, type Mnemonic } from '../../isa/index.ts';
import { dropResult, pushResult } from '../frame.ts';
import type { LinkedFunction } from '../link.ts';
import type { Machine } from '../machine.ts';
import type { Cell } from '../objects/index.ts';
import type { Begun } from '../operations/calls.ts';
import type { Outcome } from '../pending.ts';
import type { Value } from '../values/value.ts';
import type { Handler } from './handler.ts';

/** What an operation sees of the frame that it belongs to. */
export interface Operands {
  readonly function: LinkedFunction;
  /** The value on top of the stack, or `depth` below it. */
  peek(depth?: number): Value;
  /** The `count` values on top, the topmost last, in an array of the caller's. */
  top(count: number): Value[];
  /** A cell of the frame: its own, and behind those the captured ones. */
  cell(index: number): Cell;
}

/**
 * What an instruction does that makes one value of those that it takes, or is done for its effect alone; the table says which.
 * It touches neither the stack nor the frame, so every engine runs it as it is. It raises before anything has changed.
 */
export type Operation = (machine: Machine, operands: Operands, operand: number) => Outcome;

/** The operations of some instructions. */
export type Operations<M extends Mnemonic> = { readonly [K in M]: Operation };

/** How an instruction begins a call of what its operands say; the stack and the frame stay as they are. */
export type BeginCall = (machine: Machine, operands: Operands, operand: number) => Begun;

/** How some instructions begin their calls. */
export type Calls<M extends Mnemonic> = { readonly [K in M]: BeginCall };

/** Whether an operation answers with a value for the stack. */
export function givesValue(instruction: Instruction): boolean {
  return stackEffect(instruction, 'next', 0).pushes > 0;
}

/** The handler of an instruction that is an operation: what it has taken goes only once it has answered. */
export function handlerOf(operation: Operation, instruction: Instruction): Handler {
  const deliver = givesValue(instruction) ? pushResult : dropResult;
  return (machine, frame, operand) => {
    const taken = frame.function.needs[frame.at - 1];
    machine.answer(operation(machine, frame, operand), taken, deliver);
  };
}

/** The handler of an instruction that is a call. */
export function callHandlerOf(begin: BeginCall): Handler {
  return (machine, frame, operand) => {
    const taken = frame.function.needs[frame.at - 1];
    machine.call(begin(machine, frame, operand), taken);
  };
}
