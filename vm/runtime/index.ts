export type { Host } from './host.ts';
export * from './limits.ts';
export type * from './stop.ts';
export { Machine, type MachineOptions } from './machine.ts';
export { FATAL_KINDS, type ErrorKind, type FatalKind } from './errors.ts';
export { plainRepr, plainStr } from './operations/text.ts';
export * from './objects/index.ts';
export { Float, HeapObject, isInt, typeName, type Int, type Value } from './values/index.ts';
