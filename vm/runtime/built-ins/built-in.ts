import type { Machine } from '../machine.ts';
import type { Value } from '../values/index.ts';
import type { Arguments } from './arguments.ts';

/** What a built-in does. It raises before it changes anything, so that a failed call has not happened. */
export type BuiltIn = (machine: Machine, given: Arguments) => Value;
