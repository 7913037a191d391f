export type * from './report.ts';
export * from './abstract-stack.ts';
export { canTake, kindsMade, type KindsAt } from './instruction-kinds.ts';
export { Unknown, UNKNOWN_INSTRUCTION, type FunctionDraft, type Placeholders } from './function-draft.ts';
export { MAXIMUM_PRODUCERS } from './stack-state.ts';
export { NOT_VERIFIED, verify, type VerifyOptions } from './verify.ts';
export { ProgramVerifier } from './program-verifier.ts';
export { verifyFunction, type FunctionVerification } from './verify-function.ts';
export type { Surroundings } from './surroundings.ts';
