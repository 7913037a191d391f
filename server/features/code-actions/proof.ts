import {
  CATALOGUE,
  blockOfLine,
  isAssemblyError,
  type Analysis,
  type Diagnostic,
  type FunctionCode,
  type Program,
} from '../../../vm/index.ts';
import { analyzeEdited } from '../../edited-program.ts';
import { applyOffsetEdits, areApart } from '../../text-edits.ts';
import type { Proposal } from './proposal.ts';

/** What the proof of a change says: that nothing comes up, or only what may (see `prove`), or that it does not hold. */
export type Verdict = 'clean' | 'excused' | 'refuted';

/**
 * Whether a change may be offered: it is made in memory, and the program that comes out is analysed.
 *
 * - What it mends is not said any more, and nothing is said that was not said before. Findings in functions that had
 *   errors before are not counted: the errors may have hidden them.
 * - What it takes away may leave other things unused, and a word that is corrected may bring findings to light.
 * - Where it promises to keep the instructions, the program has the same ones.
 */
export function prove(analysis: Analysis, proposal: Proposal): Verdict {
  let answers = answersOf.get(analysis);
  if (answers === undefined) answersOf.set(analysis, (answers = new Map()));
  const key = JSON.stringify([proposal.edits, proposal.mends?.kind, proposal.mends?.span]);
  let answer = answers.get(key);
  if (answer === undefined) answers.set(key, (answer = findVerdict(analysis, proposal)));
  return answer;
}

/** Editors ask again at every move of the cursor: each change of one text is looked at once. */
const answersOf = new WeakMap<Analysis, Map<string, Verdict>>();

function findVerdict(analysis: Analysis, proposal: Proposal): Verdict {
  const { edits, mends, keeps } = proposal;
  if (edits.length === 0 || !areApart(edits)) return 'refuted';
  let verdict: Verdict = 'clean';
  const { file, tree } = analysis.module;
  const after = analyzeEdited(analysis, new Map([[file, applyOffsetEdits(tree.text, edits)]]));
  const left = countMessages(analysis.diagnostics);
  const brokenBefore = new Set(
    analysis.module.scopes.filter(({ isBroken }) => isBroken).map(({ qualifiedName }) => qualifiedName),
  );
  for (const diagnostic of after.diagnostics) {
    const key = keyOf(diagnostic);
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    else if (isExcused(after, diagnostic, brokenBefore, proposal)) verdict = 'excused';
    else return 'refuted';
  }
  // What is mended was said once more often than it is now.
  if (mends !== undefined && (left.get(keyOf(mends)) ?? 0) === 0) return 'refuted';
  const isKept = keeps !== 'instructions' || hasSameInstructions(analysis.program, after.program);
  return isKept ? verdict : 'refuted';
}

function isExcused(
  after: Analysis,
  { kind, span }: Diagnostic,
  brokenBefore: ReadonlySet<string>,
  { removes = false, reveals = false }: Proposal,
): boolean {
  if (isAssemblyError(kind)) return false;
  if (reveals || (removes && CATALOGUE[kind].tag === 'unnecessary')) return true;
  const { tree, scopes } = after.module;
  return brokenBefore.has(scopes[blockOfLine(tree, span.start.line)].qualifiedName);
}

function countMessages(diagnostics: readonly Diagnostic[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const diagnostic of diagnostics) {
    const key = keyOf(diagnostic);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Places move with the text, and so do the instructions that messages count. */
function keyOf({ kind, message }: Diagnostic): string {
  return `${kind} ${message.replaceAll(/\b(?:line|instruction) \d+/g, '')}`;
}

function hasSameInstructions(before: Program | null, after: Program | null): boolean {
  if (before === null || after === null || before.functions.length !== after.functions.length) return false;
  return before.functions.every((code, index) => isSameCode(code, after.functions[index]));
}

function isSameCode(before: FunctionCode, after: FunctionCode): boolean {
  return isSameColumn(before.opcodes, after.opcodes) && isSameColumn(before.operands, after.operands);
}

function isSameColumn(before: ArrayLike<number>, after: ArrayLike<number>): boolean {
  if (before.length !== after.length) return false;
  for (let index = 0; index < before.length; index++) if (before[index] !== after[index]) return false;
  return true;
}
