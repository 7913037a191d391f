import type { FunctionIndex } from '../bytecode/index.ts';
import { instructionOf } from '../isa/index.ts';
import { ANY_KIND, type AbstractStack } from './abstract-stack.ts';
import { buildControlFlowGraph, knownWays } from './control-flow-graph.ts';
import { divisionByZero } from './division-by-zero.ts';
import { findEndlessLoops } from './endless-loop.ts';
import { Unknown, unknownAt, type FunctionDraft } from './function-draft.ts';
import { findHandlers } from './handlers.ts';
import { findHeightOrigins } from './height-origins.ts';
import { operandTypes } from './operand-types.ts';
import type { InstructionProperty } from './instruction-property.ts';
import { popTryWithoutSetup } from './pop-try-without-setup.ts';
import type { Finding, FindingKind, FunctionFacts } from './report.ts';
import { RESULT_RULES } from './result-kinds.ts';
import { findRunningOffEnd } from './runs-off-end.ts';
import { STEPS_BETWEEN_MARKS, analyzeStack, stackReader, walkReachable, type StackAnalysis } from './stack-analysis.ts';
import { findStackBelowTry } from './stack-below-try.ts';
import { findDifferingHeights } from './stack-heights-differ.ts';
import { reportUnderflows, underflowAt, type Underflow } from './stack-underflow.ts';
import type { StackState } from './stack-state.ts';
import type { StackWalker } from './stack-walker.ts';
import type { Subject } from './subject.ts';
import type { Surroundings } from './surroundings.ts';
import { findUnreachableCode } from './unreachable-code.ts';
import { valuesLeftAtReturn } from './values-left-at-return.ts';
import { findMaybeUnassigned } from './variable-maybe-unassigned.ts';
import { variableNeverAssigned } from './variable-never-assigned.ts';

/** What verifying one function gives. */
export interface FunctionVerification {
  readonly facts: FunctionFacts;
  /** In the order of the instructions that they name. */
  readonly findings: readonly Finding[];
  /** The kinds of what it returns; 0 when it never does. */
  readonly resultKinds: number;
}

/**
 * Verifies one function against its surroundings, and depends on nothing else: where they stay the same, so do its
 * findings. Of a function with placeholders every finding holds whatever these stand for. When its `resultKinds` come out other than `surroundings.resultOf` says, its callers have to be verified again.
 */
export function verifyFunction(
  code: FunctionDraft,
  index: FunctionIndex,
  surroundings: Surroundings,
): FunctionVerification {
  const graph = buildControlFlowGraph(code);
  const handlers = findHandlers(code, graph);
  if (handlers === null) return NOTHING_KNOWN;
  const stack = analyzeStack(code, graph, handlers, surroundings.resultOf);
  const subject: Subject = { index, code, graph, handlers, stack, surroundings };

  const walk = walkOnce(subject);
  const origins = hasInexactHeight(stack) ? findHeightOrigins(stack) : null;
  const { findings: underflows, blamed } = reportUnderflows(subject, walk.underflows, origins);
  const differing = origins === null ? [] : findDifferingHeights(subject, origins, blamed);
  const belowTry = findStackBelowTry(subject);
  const offEnd = findRunningOffEnd(subject);
  const findings = withoutLeftovers(
    walk.findings.concat(
      underflows,
      belowTry,
      differing,
      offEnd,
      findUnreachableCode(subject),
      findMaybeUnassigned(subject),
      findEndlessLoops(subject),
    ),
  );

  return {
    facts: {
      stackBefore: readerOf(subject, walk.marks),
      isOpen: code.placeholders === undefined ? NOTHING_OPEN : at => (unknownAt(code, at) & Unknown.Stack) !== 0,
      maximumHeight: walk.maximumHeight === Infinity ? -1 : walk.maximumHeight,
      isStackSafe:
        code.placeholders === undefined && origins === null && !findings.some(({ kind }) => ENDS_FATALLY.has(kind)),
    },
    findings: findings.length > 1 ? findings.toSorted((a, b) => a.at - b.at) : findings,
    resultKinds: walk.resultKinds,
  };
}

/** A value too many or too few is one mistake: where another finding tells of it, what is left behind at the end does not count. */
function withoutLeftovers(findings: Finding[]): Finding[] {
  if (!findings.some(({ kind }) => MISJUDGES_STACK.has(kind))) return findings;
  return findings.filter(({ kind }) => kind !== 'values-left-at-return');
}

const MISJUDGES_STACK: ReadonlySet<FindingKind> = new Set(['stack-underflow', 'stack-heights-differ', 'operand-types']);

const NOTHING_OPEN = (): boolean => false;

function readerOf(
  { code, graph, handlers, stack, surroundings }: Subject,
  marks: readonly (StackState | undefined)[],
): FunctionFacts['stackBefore'] {
  const reader = readerOfAllWays(stack, surroundings, marks);
  if (code.placeholders === undefined) return reader;
  let knownReader: FunctionFacts['stackBefore'] | undefined;
  return at => {
    knownReader ??= stackReader(analyzeStack(code, knownWays(graph, code), handlers, stack.resultOf));
    return knownReader(at) ?? reader(at);
  };
}

/** The stacks inside a small function are worked out again when someone asks: most are never looked at, and take much memory. */
function readerOfAllWays(
  stack: StackAnalysis,
  { resultOf }: Surroundings,
  marks: readonly (StackState | undefined)[],
): FunctionFacts['stackBefore'] {
  const { code } = stack;
  if (code.opcodes.length > MOST_DONE_AGAIN) return stackReader(stack, marks);
  let reader: FunctionFacts['stackBefore'] | undefined;
  return at => (reader ??= stackReader(stackOf(code, resultOf) as StackAnalysis))(at);
}

const MOST_DONE_AGAIN = 1_000;

/** `undefined` where nobody can tell the handlers apart. */
function stackOf(code: FunctionDraft, resultOf: Surroundings['resultOf']): StackAnalysis | undefined {
  const graph = buildControlFlowGraph(code);
  const handlers = findHandlers(code, graph);
  return handlers === null ? undefined : analyzeStack(code, graph, handlers, resultOf);
}

const ENDS_FATALLY: ReadonlySet<FindingKind> = new Set([
  'stack-underflow',
  'stack-below-try',
  'pop-try-without-setup',
  'runs-off-end',
]);

const ANY_STACK: AbstractStack = { minimumHeight: 0, maximumHeight: Infinity, fromTop: [] };

/** What is said of a function whose handlers nobody can tell apart. */
const NOTHING_KNOWN: FunctionVerification = {
  facts: { stackBefore: () => ANY_STACK, isOpen: () => false, maximumHeight: -1, isStackSafe: false },
  findings: [],
  resultKinds: ANY_KIND,
};

/** The kinds of what a function returns, without its findings. */
export function estimateResult(code: FunctionDraft, { resultOf }: Surroundings): number {
  const stack = stackOf(code, resultOf);
  if (stack === undefined) return ANY_KIND;
  let resultKinds = 0;
  walkReachable(stack, walker => {
    resultKinds |= returnedKinds(walker);
  });
  return resultKinds;
}

/** The properties that are asked of an instruction, by its opcode. */
const PROPERTIES_OF: readonly InstructionProperty[][] = Array.from({ length: 256 }, (_, opcode) =>
  [operandTypes, divisionByZero, popTryWithoutSetup, valuesLeftAtReturn, variableNeverAssigned].filter(({ opcodes }) =>
    opcodes.includes(opcode),
  ),
);

const ENDS_FRAME = new Uint8Array(256).map((_, code) => (instructionOf(code)?.flow === 'return' ? 1 : 0));

/** All that is asked of each instruction, in one walk over them. */
function walkOnce(subject: Subject): {
  findings: Finding[];
  underflows: Underflow[];
  maximumHeight: number;
  resultKinds: number;
  marks: (StackState | undefined)[];
} {
  const marks: (StackState | undefined)[] = [];
  const findings: Finding[] = [];
  const underflows: Underflow[] = [];
  let maximumHeight = 0;
  let resultKinds = 0;
  walkReachable(subject.stack, walker => {
    maximumHeight = Math.max(maximumHeight, walker.maximum);
    if (walker.at % STEPS_BETWEEN_MARKS === 0) marks[walker.at / STEPS_BETWEEN_MARKS] = walker.state();
    const underflow = underflowAt(walker);
    if (underflow !== undefined) underflows.push(underflow);
    // Of a line with a mistake nothing is said but that.
    if (unknownAt(subject.code, walker.at) === 0) {
      for (const property of PROPERTIES_OF[subject.code.opcodes[walker.at]]) {
        const finding = property.find(subject, walker);
        if (finding !== undefined) findings.push(finding);
      }
    }
    resultKinds |= returnedKinds(walker);
  });
  for (const state of subject.stack.states) maximumHeight = Math.max(maximumHeight, state?.maximum ?? 0);
  return { findings, underflows, maximumHeight, resultKinds, marks };
}

/** The kinds of what the frame returns by this instruction; 0 where it is none that ends the frame. */
function returnedKinds(walker: StackWalker): number {
  const opcode = walker.code.opcodes[walker.at];
  return ENDS_FRAME[opcode] === 1 ? (RESULT_RULES[opcode]?.kinds(walker) ?? 0) : 0;
}

function hasInexactHeight({ states }: StackAnalysis): boolean {
  return states.some(state => state !== undefined && state.minimum !== state.maximum);
}
