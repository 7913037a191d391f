import { Op, Role, type AbstractStack, type Analysis, type Module } from '../../../vm/index.ts';
import { codeBlock } from '../../markup.ts';
import type { Occurrence } from '../../program-names.ts';
import { stackBehind } from '../../stack-effect.ts';
import { verifiedFacts } from '../../function-facts.ts';
import { heightText } from '../../stack-text.ts';
import { valueWord } from '../../value-text.ts';
import { placeOf, placeOfToken, type CodePlace } from '../../value-flow.ts';

/** More ways to a label are only counted. */
const LISTED_ARRIVALS = 8;
const LISTED_SLOTS = 4;

/** Who comes to a label, a line each, with the stack that they bring; empty in a function of which nothing is known. */
export function arrivalsText(
  analysis: Analysis,
  module: Module,
  scope: number,
  index: number,
  occurrences: readonly Occurrence[],
): string {
  const rows: string[][] = [];
  const above = index > 0 ? placeOf(module, scope, index - 1) : undefined;
  if (index === 0) rows.push(['from the start', 'empty']);
  else if (above !== undefined && FALLS_THROUGH.has(above.instruction.flow))
    addRow(rows, 'from above', stackAfter(analysis, above, 'next'));
  for (const { token, role } of occurrences) {
    const jump = role === Role.Jump ? placeOfToken(module, token) : undefined;
    if (jump === undefined) continue;
    const line = module.tree.statementLines[jump.statement] + 1;
    const way = jump.instruction.code === Op.SETUP_TRY ? `on an error behind line ${line}` : `from line ${line}`;
    addRow(rows, way, stackAfter(analysis, jump, 'jump'));
  }
  if (rows.length === 0) return '';
  const shown = rows.slice(0, LISTED_ARRIVALS);
  const width = Math.max(...shown.map(([way]) => way.length));
  const lines = shown.map(([way, stack]) => `${way.padEnd(width)}  ${stack}`);
  if (rows.length > shown.length) lines.push(`and ${rows.length - shown.length} more`);
  return codeBlock('text', lines.join('\n'));
}

const FALLS_THROUGH: ReadonlySet<string> = new Set(['next', 'branch']);

function addRow(rows: string[][], way: string, stack: string | undefined): void {
  if (stack !== undefined) rows.push([way, stack]);
}

function stackAfter(analysis: Analysis, place: CodePlace, way: 'next' | 'jump'): string | undefined {
  const { module, scope, index } = place;
  const facts = verifiedFacts(analysis, module, scope);
  const stack = facts?.stackBefore(index);
  return facts && stack && describe(place, stackBehind(facts, place, stack, way));
}

function describe({ module, scope }: CodePlace, stack: AbstractStack): string {
  if (stack.maximumHeight === 0) return 'empty';
  const shown = stack.fromTop
    .slice(0, LISTED_SLOTS)
    .toReversed()
    .map(value => valueWord(module, scope, value));
  const more = stack.minimumHeight > shown.length && shown.length > 0 ? '… ' : '';
  return shown.length === 0 ? heightText(stack) : `${heightText(stack)}: ${more}${shown.join(', ')}`;
}
