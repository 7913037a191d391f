import { expect } from 'vitest';
import {
  ClassObject,
  ExceptionObject,
  FunctionObject,
  GeneratorObject,
  IteratorObject,
  KIND_BITS,
  Machine,
  Op,
  VALUE_KINDS,
  operandUse,
  typeName,
  type Finding,
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
  const machine = new Machine(program, { host, limits: { depth: 20, heapBytes: 2 ** 24 } });
  const findings = findingsByPlace(verification);
  let stop: Stop = { kind: 'budget' };
  for (let step = 0; step < options.steps && !machine.hasEnded; step++) {
    const { instructionCount, frameCount } = machine;
    const frame = copyOf(machine.frame(frameCount - 1));
    // What goes wrong in a method that makes the message of the last error does not show.
    if (machine.isDying) return machine.run(options.steps);
    stop = machine.run(1);
    const error = stop.kind === 'uncaught' ? stop.error.kind : 'none';
    expectForeseen(stop, verification);
    // What goes on with an earlier instruction, or never began, has no stack of its own.
    if (machine.instructionCount === instructionCount && error !== 'StackUnderflow') continue;
    const place = `${frame.function}:${frame.at}`;
    expectInferred(frame, verification, place);
    const outcome = outcomeOf(machine, stop, frame, frameCount);
    expectUnboundForeseen(outcome, program, frame, verification);
    for (const finding of findings.get(place) ?? []) {
      const errors = errorsForetold(finding, frame);
      if (errors.length === 0) continue;
      // Another frame may be the one whose handler finds too few values.
      if (outcome !== 'left' && outcome !== 'StackUnderflow')
        expect(errors, `${finding.kind} at ${place}`).toContain(outcome);
    }
  }
  return stop;
}

function copyOf(frame: FrameView): FrameView {
  return { ...frame, stack: [...frame.stack] };
}

/** The error that an instruction raised, as far as it can be seen; `left` where the frame was left, perhaps for that. */
function outcomeOf(machine: Machine, stop: Stop, before: FrameView, frameCount: number): string {
  if (stop.kind === 'uncaught') return stop.error.kind;
  if (machine.frameCount < frameCount) return 'left';
  const after = machine.frame(machine.frameCount - 1);
  const top = after.stack.at(-1);
  const isCaught = top instanceof ExceptionObject && !before.stack.includes(top) && machine.frameCount === frameCount;
  return isCaught ? top.class.name : 'went on';
}

function findingsByPlace({ findings }: Verification): Map<string, Finding[]> {
  const byPlace = new Map<string, Finding[]>();
  for (const finding of findings) {
    const place = `${finding.function}:${finding.at}`;
    byPlace.set(place, [...(byPlace.get(place) ?? []), finding]);
  }
  return byPlace;
}

/** The errors that an instruction must end in by what was found of it, given the frame before it; none where it need not fail. */
function errorsForetold(finding: Finding, { stack }: FrameView): readonly string[] {
  switch (finding.kind) {
    case 'stack-underflow':
      return finding.parameters.always ? ['StackUnderflow'] : [];
    case 'pop-try-without-setup':
      return finding.parameters.always ? ['StackUnderflow'] : [];
    case 'operand-types':
      // A special method may come first, and raise what it likes.
      return ['TypeError', 'StackUnderflow', 'RecursionError'];
    case 'division-by-zero':
      // What is not known to be a number may be a string, which `%` formats, or an instance.
      return stack.length >= 2 && isNumber(stack[stack.length - 2]) ? ['ZeroDivisionError'] : [];
    case 'values-left-at-return':
      expect(stack.length).toBeGreaterThan(finding.parameters.count);
      return [];
    case 'variable-never-assigned':
      return NAME_ERRORS;
    case 'variable-maybe-unassigned':
      return finding.parameters.always ? NAME_ERRORS : [];
    default:
      return [];
  }
}

function isNumber(value: Value): boolean {
  return ['bool', 'int', 'float'].includes(typeName(value));
}

const NAME_ERRORS = ['NameError', 'UnboundLocalError'];

/** A local that was unbound must have been found in its function, unless a global of its name might have been there instead. */
function expectUnboundForeseen(
  outcome: string,
  { functions }: Program,
  { function: index, at }: FrameView,
  { findings }: Verification,
): void {
  const { opcodes, operands, variables } = functions[index];
  if (!NAME_ERRORS.includes(outcome) || operandUse(opcodes[at]) !== 'variable') return;
  const { name, scope } = variables[operands[at]];
  const isFound = findings.some(
    finding =>
      finding.function === index &&
      finding.kind.startsWith('variable-') &&
      'name' in finding.parameters &&
      finding.parameters.name === name,
  );
  const hasGlobal = functions.some(each =>
    each.variables.some(other => other.name === name && other.scope === 'global'),
  );
  const mayBeGlobal = opcodes[at] === Op.LOAD_VAR && hasGlobal;
  if (scope === 'local' && !mayBeGlobal && !isFound)
    expect.fail(`\`${name}\` is unbound at ${index}:${at}, and nothing was found`);
}

/** What goes wrong with the stack or the end of the code must have been found in the function where it happens. */
function expectForeseen(stop: Stop, { findings, functions }: Verification): void {
  const error = stop.kind === 'uncaught' ? stop.error.kind : 'none';
  if (stop.kind !== 'uncaught' || (error !== 'StackUnderflow' && error !== 'InvalidJumpTarget')) return;
  const { function: index, at } = stop.error.traceback[stop.error.traceback.length - 1];
  const kinds = error === 'StackUnderflow' ? UNDERFLOW_KINDS : ['runs-off-end'];
  const isFound = findings.some(finding => kinds.includes(finding.kind) && finding.function === index);
  if (!isFound) expect.fail(`${error} at ${index}:${at}, and nothing was found`);
  expect(functions[index].isStackSafe).toBe(false);
}

const UNDERFLOW_KINDS: readonly string[] = [
  'stack-underflow',
  'stack-below-try',
  'pop-try-without-setup',
  'stack-heights-differ',
];

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

/** The bit of `KIND_BITS` of a value. */
export function kindOf(value: Value): number {
  if (value instanceof FunctionObject) return KIND_BITS.function;
  if (value instanceof ClassObject) return KIND_BITS.class;
  if (value instanceof ExceptionObject) return KIND_BITS.exception;
  if (value instanceof GeneratorObject) return KIND_BITS.generator;
  if (value instanceof IteratorObject) return KIND_BITS.iterator;
  const kind = VALUE_KINDS.find(name => name === typeName(value));
  return KIND_BITS[kind ?? 'object'];
}
