import type { Value } from '../values/index.ts';

/** Where a value stands from which the program can go on. */
export type RootKind =
  | 'local'
  | 'cell'
  | 'stack'
  | 'global'
  /** The generator that a frame belongs to. */
  | 'generator'
  /** Data of an operation that waits. */
  | 'operation'
  /** An error on its way, or the frames that the report of one shows. */
  | 'error';

/** Told of a root; `frame` and `slot` are -1 where there is none. */
export type RootVisit = (value: Value | undefined, kind: RootKind, frame: number, slot: number) => void;
