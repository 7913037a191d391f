export type { Host } from './host.ts';
export * from './limits.ts';
export type * from './stop.ts';
export { ERROR_BASES, FATAL_KINDS, type ErrorKind, type FatalKind } from './errors.ts';
export * from './values/value.ts';
