import { expect, test } from 'vitest';
import {
  blockOfLine,
  instructionOf,
  isAssemblyError,
  statementsOfLine,
  type Analysis,
  type Diagnostic,
} from '../../vm/index.ts';
import { randomPython } from '../programs/random-python.ts';
import { analyzeText } from '../support/run-program.ts';
import { SEED } from '../support/seed.ts';
import { translations } from '../support/translations.ts';
import { plantFault, type PlantedFault } from './faults.ts';
import { pick, randomFrom, type Random } from './random.ts';
import { randomProgram } from './random-program.ts';

/** How many mistakes are planted for each law. */
const STEPS = Number(process.env['BCASM_STEPS'] ?? 400);
const PROGRAMS = 10;
const correct = translations(
  Array.from({ length: PROGRAMS }, (_, index) => randomPython(randomFrom(SEED * 11_000 + index))),
);

test(`what is found beside a mistake is found without it as well (seed ${SEED})`, () => {
  for (let step = 0; step < STEPS; step++) {
    const seed = SEED * 1_000_000 + step;
    const text = step % 2 === 0 ? randomProgram(seed) : correct[(step >> 1) % PROGRAMS];
    const fault = plantFault(randomFrom(seed), text);
    const after = fault && findingsBeside(fault);
    if (after === undefined) continue;
    const before = analyzeText(text, 'mended.bcasm');
    const falseAlarms = after.filter(each => !holdsIn(before, each, fault as PlantedFault));
    expect(falseAlarms.map(show), `seed ${seed}, ${fault?.what}\n${fault?.text}`).toEqual([]);
  }
}, 0);

test(`a mistake of the stack is found beside another one in its function (seed ${SEED})`, () => {
  let planted = 0;
  let foundCount = 0;
  for (let step = 0; step < STEPS; step++) {
    const seed = SEED * 2_000_000 + step;
    const random = randomFrom(seed);
    const wrong = plantStackMistake(random, correct[step % PROGRAMS]);
    const fault = wrong && plantFault(random, wrong.text, wrong.mayHave);
    const after = fault && findingsBeside(fault);
    if (wrong === undefined || fault === undefined || after === undefined) continue;
    const lineNow = wrong.line + (fault.line < wrong.line ? fault.added : 0);
    const isIt = ({ kind, span }: Diagnostic) => kind === wrong.kind && span.start.line === lineNow;
    expect(
      after.filter(each => !isIt(each) && !holdsIn(wrong.before, each, fault)).map(show),
      `seed ${seed}, ${fault.what}\n${fault.text}`,
    ).toEqual([]);
    planted++;
    if (after.some(isIt)) foundCount++;
  }
  expect(planted).toBeGreaterThan(STEPS / 4);
  // Behind a word that may be anything nothing is known of the height.
  expect(foundCount / planted).toBeGreaterThan(0.8);
}, 0);

/** What the verifier finds in a program with a mistake; `undefined` where that is none, after all. */
function findingsBeside({ text }: PlantedFault): Diagnostic[] | undefined {
  const { diagnostics } = analyzeText(text, 'faulty.bcasm');
  if (!diagnostics.some(({ kind }) => isAssemblyError(kind))) return undefined;
  return diagnostics.filter(({ kind }) => !isAssemblyError(kind) && !kind.startsWith('unused'));
}

/** A mistake in a function of a correct program: what is found of it and where, and the other lines of its function. */
interface StackMistake {
  readonly text: string;
  readonly line: number;
  readonly kind: Diagnostic['kind'];
  readonly mayHave: (line: number) => boolean;
  readonly before: Analysis;
}

function plantStackMistake(random: Random, text: string): StackMistake | undefined {
  const { module, diagnostics: before } = analyzeText(text, 'correct.bcasm');
  const { tree, scopes } = module;
  const scope = Math.floor(random() * scopes.length);
  if (scopes[scope].kind === 'class' || scopes[scope].instructions.length < 3) return undefined;
  const { lines, culprit, kind, isAtStart } = pick(random, STACK_MISTAKES);
  const statement = isAtStart ? scopes[scope].instructions[0] : pick(random, [...scopes[scope].instructions]);
  const at = tree.statementLines[statement];
  const isReached = statement === scopes[scope].instructions[0] || !endsWay(module, statement);
  // Behind a label on the same line it would be another place.
  if (!isReached || tree.lineTokens[at] !== tree.statementHeads[statement]) return undefined;
  const planted = text
    .split('\n')
    .toSpliced(at, 0, ...lines)
    .join('\n');
  const now = analyzeText(planted, 'wrong.bcasm');
  const { diagnostics } = now;
  const line = at + culprit;
  const isFound = diagnostics.some(each => each.kind === kind && each.span.start.line === line);
  if (!isFound || diagnostics.length !== before.length + 1) return undefined;
  const isOwn = (each: number) => each >= at && each < at + lines.length;
  const mayHave = (each: number) =>
    !isOwn(each) && blockOfLine(now.module.tree, each) === scope && !opensOrCloses(now.module, each);
  return { text: planted, line, kind, mayHave, before: now };
}

const STACK_MISTAKES = [
  { lines: ['LOAD_CONST "a"', 'LOAD_CONST 1', 'SUB', 'POP_TOP'], culprit: 2, kind: 'operand-types', isAtStart: false },
  { lines: ['LOAD_CONST 1', 'LOAD_CONST 0', 'DIV', 'POP_TOP'], culprit: 2, kind: 'division-by-zero', isAtStart: false },
  { lines: ['POP_TRY'], culprit: 0, kind: 'pop-try-without-setup', isAtStart: true },
  { lines: ['POP_TOP'], culprit: 0, kind: 'stack-underflow', isAtStart: true },
  { lines: ['LOAD_CONST 1', 'POP_TOP', 'POP_TOP'], culprit: 2, kind: 'stack-underflow', isAtStart: false },
] as const;

function endsWay({ tree, scopes, statementScopes }: Analysis['module'], statement: number): boolean {
  const { instructions } = scopes[statementScopes[statement]];
  const above = instructions[instructions.indexOf(statement) - 1];
  const flow = instructionOf(tree.statementCodes[above])?.flow;
  return flow !== 'next' && flow !== 'branch';
}

function opensOrCloses({ tree }: Analysis['module'], line: number): boolean {
  return tree.blocks.some(
    ({ open, close }) =>
      (open >= 0 && tree.statementLines[open] === line) ||
      (close < tree.statementCount && tree.statementLines[close] === line),
  );
}

/**
 * Whether a finding beside a mistake holds in the program as it was: it is told there, or told of the same cause at another place, or
 * no run comes there; or it is about a name that is no more where it was stored.
 */
function holdsIn(before: Analysis, finding: Diagnostic, { line, added, lost }: PlantedFault): boolean {
  if (isVariable(finding.kind) && lost.has(nameIn(finding) ?? '')) return true;
  const lineBefore = (at: number) => (at > line ? at - added : at);
  const from = lineBefore(finding.span.start.line);
  const to = lineBefore(finding.span.end.line);
  const { tree } = before.module;
  const isTold = before.diagnostics.some(each => {
    if (each.kind === 'unreachable-code') return each.span.start.line <= from && each.span.end.line >= to;
    if (isVariable(finding.kind) && isVariable(each.kind)) return nameIn(finding) === nameIn(each);
    const isCauseOfOther =
      finding.kind === 'stack-heights-differ' && each.related.some(({ span }) => span.start.line === from);
    const isLeftOut = finding.kind === 'values-left-at-return' && MISJUDGES_STACK.has(each.kind);
    if (isLeftOut && blockOfLine(tree, each.span.start.line) === blockOfLine(tree, from)) return true;
    const isSame = each.kind === finding.kind || (isAboutKinds(each.kind) && isAboutKinds(finding.kind));
    return isCauseOfOther || (isSame && each.span.start.line === from);
  });
  return isTold || (isAboutKinds(finding.kind) && isNeverMade(before, from));
}

/** What is left at the end is not told where one of these tells already that the stack is not what it was meant to be. */
const MISJUDGES_STACK: ReadonlySet<Diagnostic['kind']> = new Set([
  'stack-underflow',
  'stack-heights-differ',
  'operand-types',
]);

/** What is divided by zero is told of as such unless its kind is wrong already. */
function isAboutKinds(kind: Diagnostic['kind']): boolean {
  return kind === 'operand-types' || kind === 'division-by-zero';
}

/** Of a variable the first use is told that finds it unassigned, and a mistake may have to do with that one. */
function isVariable(kind: Diagnostic['kind']): boolean {
  return kind === 'variable-never-assigned' || kind === 'variable-maybe-unassigned';
}

function nameIn({ message }: Diagnostic): string | undefined {
  return /`(.*?)`/.exec(message)?.[1];
}

/** Whether an instruction waits for a value that never comes, because what makes it always fails. */
function isNeverMade({ module, verification, functionOfScope }: Analysis, line: number): boolean {
  const { from, to } = statementsOfLine(module.tree, line);
  const scope = module.statementScopes[from];
  const { instructions } = module.scopes[scope];
  const facts = verification.functions[functionOfScope(module, scope)];
  for (let statement = from; statement < to; statement++) {
    const stack = facts.stackBefore(instructions.indexOf(statement));
    if (stack?.fromTop.some(({ kinds }) => kinds === 0) === true) return true;
  }
  return false;
}

function show({ kind, span, message }: Diagnostic): string {
  return `${span.start.line + 1}:${span.start.column} ${kind} ${message}`;
}
