import { CodeActionKind } from 'vscode-languageserver';
import { Op, blockOfLine, tokenAt, type Analysis, type Diagnostic, type Module } from '../../../vm/index.ts';
import { verifiedFacts } from '../../function-facts.ts';
import { moduleOfFile } from '../../snapshot.ts';
import { stackBehind } from '../../stack-effect.ts';
import { indentOf, insertLines, type OffsetEdit } from '../../text-edits.ts';
import { placeOf, type CodePlace } from '../../value-flow.ts';
import type { Proposal } from './proposal.ts';

/** A way to the place where paths meet, with the height that it brings; `undefined` where each round of a loop changes it. */
interface Arrival {
  readonly height: number | undefined;
  /** The line before which something may be put that only this way runs; -1 where there is no such place. */
  readonly line: number;
}

/** More than so many values are not made up or dropped to make two ways agree. */
const MAXIMUM_DIFFERENCE = 8;

/**
 * Where ways meet with different numbers of values: drops what some bring too much, or puts `None` where they bring too little.
 * A way that is a conditional jump has no place for that; the others are made to agree with it.
 */
export function balanceStack(analysis: Analysis, diagnostic: Diagnostic): Proposal[] {
  const join = joinOf(analysis, diagnostic);
  if (join === undefined) return [];
  const { module, scope, index } = join;
  const arrivals = arrivalsAt(analysis, module, scope, index);
  const indent = indentOf(module, scope);
  const propose = (title: string, edits: readonly OffsetEdit[]): Proposal[] => {
    return edits.length === 0 ? [] : [{ title, kind: CodeActionKind.QuickFix, edits, mends: diagnostic }];
  };
  const rounds = arrivals.filter(({ height }) => height === undefined);
  if (rounds.length > 0) {
    // By how much a round changes the height, the proof finds out.
    const changes = [-1, 1, -2, -3].map(change => rounds.map(({ line }) => pushesAt(module, line, change, indent)));
    return changes.flatMap((edits, at) =>
      edits.includes(undefined) ? [] : propose(at === 1 ? PUSH_TITLE : DROP_TITLE, edits as OffsetEdit[]),
    );
  }
  const heights = arrivals.map(({ height }) => height ?? 0);
  const least = editsFor(module, arrivals, Math.min(...heights), indent);
  const most = editsFor(module, arrivals, Math.max(...heights), indent);
  return [...propose(DROP_TITLE, least), ...propose(PUSH_TITLE, most)];
}

const DROP_TITLE = 'Drop what some ways bring too much';
const PUSH_TITLE = 'Push `None` where ways bring too little';

/** The instruction where the ways meet that a finding blames: its own place, or the one that it names as the cause. */
function joinOf(analysis: Analysis, { kind, span, related }: Diagnostic): CodePlace | undefined {
  const [cause] = related;
  const place = kind === 'stack-heights-differ' ? span : kind === 'stack-underflow' && cause ? cause.span : undefined;
  const module = kind === 'stack-underflow' && cause ? moduleOfFile(analysis, cause.file) : analysis.module;
  if (place === undefined || module !== analysis.module) return undefined;
  const symbol = module.symbols[module.tokenSymbols[tokenAt(module.tree, place.start)] ?? -1];
  const scope = blockOfLine(module.tree, place.start.line);
  return symbol?.kind === 'label' ? placeOf(module, scope, symbol.instruction) : undefined;
}

/** Every way to an instruction of a function that is understood. */
function arrivalsAt(analysis: Analysis, module: Module, scope: number, index: number): Arrival[] {
  const { tree, scopes, symbols } = module;
  const { instructions, labels } = scopes[scope];
  const facts = verifiedFacts(analysis, module, scope);
  if (facts === undefined) return [];
  const arrivals: Arrival[] = [];
  const add = (place: CodePlace, way: 'next' | 'jump', line: number): void => {
    const before = facts.stackBefore(place.index);
    if (before === undefined) return;
    const { minimumHeight, maximumHeight } = stackBehind(facts, place, before, way);
    arrivals.push({ height: minimumHeight === maximumHeight ? minimumHeight : undefined, line });
  };
  const names = new Set([...labels.values()].filter(symbol => symbols[symbol].instruction === index));
  for (let at = 0; at < instructions.length; at++) {
    const place = placeOf(module, scope, at);
    if (place === undefined) continue;
    const token = tree.statementHeads[place.statement] + 1;
    const isJump = place.instruction.operands[0]?.kind === 'label' && names.has(module.tokenSymbols[token]);
    const jumpLine = place.instruction.code === Op.JUMP ? lineOfOwn(module, place.statement) : -1;
    if (isJump) add(place, 'jump', jumpLine);
    const fallsIn = at === index - 1 && (place.instruction.flow === 'next' || place.instruction.flow === 'branch');
    if (fallsIn) add(place, 'next', tree.statementLines[place.statement] + 1);
  }
  return arrivals;
}

/** The line of an instruction that nothing stands before on it; else -1. */
function lineOfOwn({ tree }: Module, statement: number): number {
  const line = tree.statementLines[statement];
  return tree.lineTokens[line] === tree.statementHeads[statement] ? line : -1;
}

/** Makes every way bring `target` values; nothing where one has no place for that. */
function editsFor(module: Module, arrivals: readonly Arrival[], target: number, indent: string): OffsetEdit[] {
  const edits: OffsetEdit[] = [];
  for (const { height = target, line } of arrivals) {
    if (height === target) continue;
    const edit = pushesAt(module, line, target - height, indent);
    if (edit === undefined) return [];
    edits.push(edit);
  }
  return edits;
}

/** Before a line as many values pushed as `change` says, or dropped where it is negative. */
function pushesAt({ tree }: Module, line: number, change: number, indent: string): OffsetEdit | undefined {
  if (line < 0 || Math.abs(change) > MAXIMUM_DIFFERENCE) return undefined;
  const instruction = change < 0 ? 'POP_TOP' : 'LOAD_CONST None';
  return insertLines(
    tree,
    line,
    Array.from({ length: Math.abs(change) }, () => indent + instruction),
  );
}
