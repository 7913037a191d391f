import type { InlineValue, InlineValueContext, Range } from 'vscode-languageserver';
import {
  StatementKind,
  TokenKind,
  blockOfLine,
  spanOfToken,
  statementsOfLine,
  tokenName,
  type Analysis,
} from '../../vm/index.ts';
import { instructionAtOrBehind } from '../cursor.ts';
import { stackBefore } from '../function-facts.ts';
import { nameOfToken } from '../program-names.ts';
import type { Snapshot } from '../snapshot.ts';
import { placeOf } from '../value-flow.ts';

/**
 * What a debugger that has stopped is to show beside the code: on the lines of the function that have been passed the
 * variables that they name, and beside each instruction that made a value which is on the stack now that slot.
 */
export function inlineValues(snapshot: Snapshot, range: Range, { stoppedLocation }: InlineValueContext): InlineValue[] {
  const { analysis, positions } = snapshot;
  const { tree } = analysis.module;
  const stoppedLine = positions.toPlace(tree, stoppedLocation.start).line;
  const wanted = positions.toSpan(tree, range);
  const scope = blockOfLine(tree, stoppedLine);
  const found: InlineValue[] = [];
  const last = Math.min(wanted.end.line, stoppedLine);
  for (let line = wanted.start.line; line <= last; line++) {
    for (const token of variablesOfLine(analysis, scope, line)) {
      const variableName = tokenName(tree, token);
      found.push({
        range: positions.toRange(tree, spanOfToken(tree, token)),
        variableName,
        caseSensitiveLookup: true,
      });
    }
  }
  for (const { line, token, slot } of slotsOnStack(analysis, scope, stoppedLine)) {
    if (line < wanted.start.line || line > wanted.end.line) continue;
    found.push({ range: positions.toRange(tree, spanOfToken(tree, token)), expression: `stack[${slot}]` });
  }
  return found;
}

/** The tokens of a line that name variables of a function that is being run, each name once. */
function variablesOfLine({ module }: Analysis, scope: number, line: number): number[] {
  const { tree } = module;
  const tokens = new Map<string, number>();
  const { from, to } = statementsOfLine(tree, line);
  for (let statement = from; statement < to; statement++) {
    const isOwn =
      tree.statementKinds[statement] === StatementKind.Instruction && module.statementScopes[statement] === scope;
    const hasParameters = statement === tree.blocks[scope].open;
    if (!isOwn && !hasParameters) continue;
    for (let token = tree.statementHeads[statement] + 1; token < tree.statementEnds[statement]; token++) {
      const kind = tree.tokenKinds[token] === TokenKind.Name ? nameOfToken(module, token)?.kind : undefined;
      if (kind !== undefined && VARIABLES.has(kind)) tokens.set(tokenName(tree, token), token);
    }
  }
  return [...tokens.values()];
}

const VARIABLES: ReadonlySet<string> = new Set(['parameter', 'local', 'global']);

/** The slots of the stack before the instruction of a line that are known to come from one instruction each. */
function* slotsOnStack(
  analysis: Analysis,
  scope: number,
  line: number,
): Iterable<{ line: number; token: number; slot: number }> {
  const { module } = analysis;
  const { tree } = module;
  const index = instructionAtOrBehind(module.scopes[scope].instructions, statementsOfLine(tree, line).from);
  const stack = stackBefore(analysis, { module, scope, index });
  // Slots are counted from the bottom, whose distance is known only where all paths agree.
  if (stack === undefined || stack.minimumHeight !== stack.maximumHeight) return;
  for (const [depth, { producers }] of stack.fromTop.entries()) {
    const maker = producers.length === 1 ? placeOf(module, scope, producers[0]) : undefined;
    if (maker === undefined) continue;
    const { statement } = maker;
    yield {
      line: tree.statementLines[statement],
      token: tree.statementHeads[statement],
      slot: stack.minimumHeight - 1 - depth,
    };
  }
}
