import type { FunctionIndex, Program } from '../bytecode/index.ts';
import { assignedNames } from './names-stored.ts';
import type { FunctionFacts, Verification } from './report.ts';
import { ResultSummaries } from './result-summaries.ts';
import type { Surroundings } from './surroundings.ts';
import { estimateResult, verifyFunction, type FunctionVerification } from './verify-function.ts';

export interface VerifyOptions {
  /** Names that are never unassigned. */
  readonly builtIns: ReadonlySet<string>;
  /** Functions whose text has errors: nothing is said of them, and nothing is known of what they return. */
  readonly broken?: ReadonlySet<FunctionIndex>;
  /**
   * The globals that broken functions store. Where there are broken functions and this is not given, they may store any,
   * and no global counts as unassigned.
   */
  readonly globalsOfBroken?: ReadonlySet<string>;
}

/**
 * Verifies a program. Findings come function by function, and in each in the order of the instructions that they name.
 *
 * Every function is verified by itself, against what is known of the others (`verifyFunction`), callees first. The same
 * program has the same findings on every run.
 */
export function verify(program: Program, options: VerifyOptions): Verification {
  const { functions } = program;
  const isBroken = (index: FunctionIndex) => options.broken?.has(index) ?? false;
  const summaries = new ResultSummaries(functions, isBroken);
  const surroundings = surroundingsOf(program, options, summaries);
  const verifications = new Array<FunctionVerification | undefined>(functions.length).fill(undefined);
  summaries.settle(
    index => estimateResult(functions[index], surroundings),
    index => {
      const verification = verifyFunction(functions[index], index, surroundings);
      verifications[index] = verification;
      return verification.resultKinds;
    },
  );
  return {
    findings: verifications.flatMap(verification => verification?.findings ?? []),
    functions: verifications.map(verification => verification?.facts ?? NOT_VERIFIED),
    surroundings,
  };
}

function surroundingsOf(program: Program, options: VerifyOptions, summaries: ResultSummaries): Surroundings {
  const names = assignedNames(program);
  const hasBroken = (options.broken?.size ?? 0) > 0;
  const ofBroken = hasBroken ? (options.globalsOfBroken ?? new Set<string>()) : new Set<string>();
  const mayStoreAny = options.globalsOfBroken === undefined && hasBroken;
  return {
    builtIns: options.builtIns,
    assignedGlobals: new Set([...names.assignedGlobals, ...ofBroken]),
    globalsOfFunctions: new Set([...names.globalsOfFunctions, ...ofBroken]),
    assignedCaptures: names.assignedCaptures,
    hasUnknownStores: mayStoreAny,
    hasClasses: program.classes.length > 0,
    resultOf: summaries.resultOf,
    returnsOf: summaries.returnsOf,
  };
}

const NOT_VERIFIED: FunctionFacts = { stackBefore: () => undefined, maximumHeight: -1, isStackSafe: false };
