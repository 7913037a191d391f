import type { FunctionIndex, Program } from '../bytecode/index.ts';
import { ProgramVerifier } from './program-verifier.ts';
import type { FunctionFacts, Verification } from './report.ts';

export interface VerifyOptions {
  /** Names that are never unassigned. */
  readonly builtIns: ReadonlySet<string>;
  /** Functions whose text cannot be read: nothing is said of them, and nothing is known of what they return. */
  readonly broken?: ReadonlySet<FunctionIndex>;
  /** The globals that broken functions store. Where this is not given, they may store any, and no global counts as unassigned. */
  readonly globalsOfBroken?: ReadonlySet<string>;
}

/**
 * Verifies a program. Findings come function by function, and in each in the order of the instructions that they name. The
 * same program has the same findings on every run.
 */
export function verify({ functions, classes }: Program, options: VerifyOptions): Verification {
  const verifier = new ProgramVerifier(options.builtIns);
  verifier.setHasClasses(classes.length > 0);
  for (const [index, code] of functions.entries()) {
    if (options.broken?.has(index) === true) verifier.putBroken(index, code, options.globalsOfBroken);
    else verifier.put(index, code);
  }
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
