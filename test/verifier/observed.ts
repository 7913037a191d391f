import { expect } from 'vitest';
import {
  FunctionObject,
  IteratorObject,
  KIND_BITS,
  Machine,
  typeName,
  VALUE_KINDS,
  type Finding,
  type FindingKind,
  type FrameView,
  type Program,
  type Stop,
  type Value,
  type Verification,
} from '../../vm/index.ts';

/**
 * Runs a program one instruction after another, and asserts that what happens is what the verifier allows: before each
 * instruction, that the stack is one that it inferred; behind it, that an instruction failed that it says always fails, and
 * that nothing went wrong that it says cannot. Gives why the run ended.
 */
export function runObserved(
  program: Program,
  verification: Verification,
  options: { readonly steps: number; readonly input: readonly string[] },
): Stop {
  const input = [...options.input];
  const host = { write: () => {}, readLine: () => input.shift() ?? null };
  const machine = new Machine(program, { host, limits: { depth: 20 } });
  const findings = findingsByPlace(verification);
  let stop: Stop = { kind: 'budget' };
  for (let step = 0; step < options.steps && !machine.hasEnded; step++) {
    const frame = machine.frame(machine.frameCount - 1);
    const place = `${frame.function}:${frame.at}`;
    expectInferred(frame, verification, place);
    stop = machine.run(1);
    const error = stop.kind === 'uncaught' ? stop.error.kind : 'none';
    for (const { kind, errors } of failuresForetold(findings.get(place) ?? [])) {
      expect(errors, `${kind} at ${place}`).toContain(error);
    }
    expectForeseen(error, frame.function, verification);
  }
  return stop;
}

function findingsByPlace({ findings }: Verification): Map<string, Finding[]> {
  const byPlace = new Map<string, Finding[]>();
  for (const finding of findings) {
    const place = `${finding.function}:${finding.at}`;
    byPlace.set(place, [...(byPlace.get(place) ?? []), finding]);
  }
  return byPlace;
}

/** The findings that say that an instruction fails whenever it runs, with the errors that it may end in. */
function failuresForetold(findings: readonly Finding[]): { kind: FindingKind; errors: readonly string[] }[] {
  return findings
    .map(finding => ({ kind: finding.kind, errors: errorsForetold(finding) }))
    .filter(({ errors }) => errors.length > 0);
}

function errorsForetold(finding: Finding): readonly string[] {
  switch (finding.kind) {
    case 'stack-underflow':
      return finding.parameters.always ? ['StackUnderflow'] : [];
    case 'operand-types':
      return ['TypeError', 'StackUnderflow'];
    case 'division-by-zero':
      // What is not known to be a number may be a string, which `%` formats.
      return finding.parameters.word.endsWith('MOD') ? [] : ['ZeroDivisionError', 'TypeError', 'StackUnderflow'];
    case 'variable-never-assigned':
      return NAME_ERRORS;
    case 'variable-maybe-unassigned':
      return finding.parameters.always ? NAME_ERRORS : [];
    default:
      return [];
  }
}

const NAME_ERRORS = ['NameError', 'UnboundLocalError'];

/** What goes wrong with the stack or the end of the code must have been found in the function where it happens. */
function expectForeseen(error: string, index: number, { findings, functions }: Verification): void {
  if (error !== 'StackUnderflow' && error !== 'InvalidJumpTarget') return;
  const kind = error === 'StackUnderflow' ? 'stack-underflow' : 'runs-off-end';
  expect(findings.some(finding => finding.kind === kind && finding.function === index)).toBe(true);
  expect(functions[index].isStackSafe).toBe(false);
}

function expectInferred({ at, stack, function: index }: FrameView, { functions }: Verification, place: string): void {
  const facts = functions[index];
  const inferred = facts.stackBefore(at);
  if (inferred === undefined) expect.fail(`${place} is reached, and was taken to be unreachable`);
  const { minimumHeight, maximumHeight, fromTop } = inferred;
  const isAllowed =
    stack.length >= minimumHeight &&
    stack.length <= maximumHeight &&
    fromTop.length <= minimumHeight &&
    (facts.maximumHeight < 0 || stack.length <= facts.maximumHeight);
  if (!isAllowed) expect.fail(`${place} has ${stack.length} values, not ${minimumHeight} to ${maximumHeight}`);
  for (const [depth, { kinds }] of fromTop.entries()) {
    const value = stack[stack.length - 1 - depth];
    if ((kinds & kindOf(value)) === 0) expect.fail(`${place} has a ${typeName(value)} at depth ${depth}`);
  }
}

function kindOf(value: Value): number {
  if (value instanceof FunctionObject) return KIND_BITS.function;
  if (value instanceof IteratorObject) return KIND_BITS.iterator;
  const kind = VALUE_KINDS.find(name => name === typeName(value));
  return KIND_BITS[kind ?? 'object'];
}
