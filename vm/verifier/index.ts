export type * from './report.ts';
export * from './abstract-stack.ts';
export { verify, type VerifyOptions } from './verify.ts';
export { verifyFunction, type FunctionVerification } from './verify-function.ts';
export type { Surroundings } from './surroundings.ts';
