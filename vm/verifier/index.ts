export type * from './report.ts';
export * from './abstract-stack.ts';
export { verify, type VerifyOptions } from './verify.ts';
