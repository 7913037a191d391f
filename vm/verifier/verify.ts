import type { Program } from '../bytecode/index.ts';
import { ProgramVerifier } from './program-verifier.ts';
import type { FunctionFacts, Verification } from './report.ts';

export interface VerifyOptions {
  /** Names that are never unassigned. */
  readonly builtIns: ReadonlySet<string>;
}

/**
 * Verifies a program. Findings come function by function, and in each in the order of the instructions that they name. The
 * same program has the same findings on every run.
 */
export function verify({ functions, classes }: Program, options: VerifyOptions): Verification {
  const verifier = new ProgramVerifier(options.builtIns);
  verifier.setHasClasses(classes.length > 0);
  for (const [index, code] of functions.entries()) verifier.put(index, code);
  verifier.settle();
  const verifications = functions.map((_, index) => verifier.verificationOf(index));
  return {
    findings: verifications.flatMap(verification => verification?.findings ?? []),
    functions: verifications.map(verification => verification?.facts ?? NOT_VERIFIED),
    surroundings: verifier.surroundings,
  };
}

/** What is known of a function whose text cannot be read. */
export const NOT_VERIFIED: FunctionFacts = {
  stackBefore: () => undefined,
  isOpen: () => true,
  maximumHeight: -1,
  isStackSafe: false,
};
