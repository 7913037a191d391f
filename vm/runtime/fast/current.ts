import type { Deliver, Frame } from '../frame.ts';
import type { LinkedFunction, LinkedProgram } from '../link.ts';
import type { Machine } from '../machine.ts';
import type { Continuation, Outcome } from '../pending.ts';
import type { Image } from './image.ts';
import { CALLS, Call } from './registers.ts';

/** The engine that has the slots, as what runs in its loop sees it. */
export interface CurrentEngine {
  readonly machine: Machine;
  readonly linked: LinkedProgram;
  readonly image: Image;
  /** What is begun, and the machine has to end. */
  parked: Parked | null;
  /** Frames that only the slots have, beside the one that the loop began with. */
  hotFrames: number;
  /** Whether the loop that runs looks at the stack before each instruction. */
  readonly isChecking: boolean;
  /** Adds slots, if that can be, so that there are some for frames up to `end`. */
  addSlots(end: number): boolean;
}

/** What the engine leaves to the machine: the frames are up to date, and the instruction has been counted. */
export type Parked =
  /** An error, and who handles it is not among the frames of the loop. */
  | { readonly kind: 'error'; readonly thrown: unknown }
  /** A call whose frame the loop cannot run. */
  | { readonly kind: 'call'; readonly frame: Frame }
  /** An error of a step, which those that wait for it may rescue. */
  | {
      readonly kind: 'failure';
      readonly thrown: unknown;
      readonly chain: Continuation | null;
      readonly deliver: Deliver;
    }
  /** An operation that waits. */
  | {
      readonly kind: 'outcome' | 'unfinished';
      readonly outcome: Outcome;
      readonly chain: Continuation | null;
      readonly deliver: Deliver;
    };

let current: CurrentEngine | null = null;

/** The engine whose loop runs. */
export function running(): CurrentEngine {
  return current as CurrentEngine;
}

/** The function of the program that a call of the loop runs. */
export function functionOf(record: number): LinkedFunction {
  return running().linked.functions[CALLS[record + Call.function]];
}

export function isCurrent(engine: CurrentEngine): boolean {
  return current === engine;
}

/** Makes an engine the one that has the slots; the machine of the one before gets its globals back. */
export function makeCurrent(engine: CurrentEngine): void {
  current?.machine.globals.giveBack();
  current = engine;
}

/** Thrown, and caught in the engine, by an operation that needs the frames to be the machine's. */
export const DO_PLAINLY = Symbol('do plainly');
