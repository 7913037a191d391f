import { InlayHintKind, type InlayHint, type Range } from 'vscode-languageserver';
import {
  StatementKind,
  statementsOfLine,
  type AbstractStack,
  type Analysis,
  type FunctionFacts,
  type Module,
} from '../../vm/index.ts';
import { instructionOfStatement } from '../cursor.ts';
import { isBoundless, verifiedFacts } from '../function-facts.ts';
import type { InlayHintSettings } from '../inlay-hint-settings.ts';
import { valueKinds, withKinds, type ValueKinds } from '../kind-inference.ts';
import { codeBlock, markup } from '../markup.ts';
import type { Programs } from '../program-names.ts';
import type { Snapshot } from '../snapshot.ts';
import { stackBehind } from '../stack-effect.ts';
import { heightText, stackPicture } from '../stack-text.ts';
import { countOf, parameterAt, type CodePlace } from '../value-flow.ts';
import { stackWord } from '../value-text.ts';

/** Where a hint comes from, so that its tooltip can be made when it is looked at. */
interface HintData {
  readonly uri: string;
  readonly statement: number;
}

/** More parameter names are not written into a line. */
const LISTED_NAMES = 8;

/**
 * The hints of some lines: the stack behind each instruction and at each label, which way jumps go, and what the arguments of
 * calls are. Where a line that is not understood (one that is being typed) leaves the height open, nothing is said of the stack.
 */
export function inlayHints(
  snapshot: Snapshot,
  range: Range,
  settings: InlayHintSettings,
  programs: Programs = () => [],
): InlayHint[] {
  const { analysis, positions } = snapshot;
  const { module } = analysis;
  const { tree } = module;
  const span = positions.toSpan(tree, range);
  const hints: InlayHint[] = [];
  const view: View = { analysis, settings, kinds: valueKinds(analysis, programs) };
  const last = statementsOfLine(tree, span.end.line).to;
  for (let statement = statementsOfLine(tree, span.start.line).from; statement < last; statement++) {
    for (const { token, label, ...rest } of hintsOf(view, statement)) {
      const line = tree.statementLines[statement];
      const position = positions.toLspPosition(tree, { line, column: token - tree.lineStarts[line] });
      const data: HintData = { uri: snapshot.uriOf(module.file), statement };
      hints.push({ position, label, paddingLeft: true, ...rest, data });
    }
  }
  return hints;
}

/** Adds what is shown when one rests on a hint: the stack, slot by slot. */
export function resolveInlayHint(snapshot: Snapshot, hint: InlayHint, programs: Programs = () => []): InlayHint {
  const { analysis } = snapshot;
  const { module } = analysis;
  const statement = isHintData(hint.data) ? hint.data.statement : -1;
  const scope = module.statementScopes[statement];
  const stack = scope === undefined ? undefined : knownStack(analysis, module, scope, statement);
  if (scope === undefined || stack === undefined) return hint;
  const picture = stackPicture(module, scope, withKinds(valueKinds(analysis, programs), scope, stack), []);
  const text = picture === '' ? heightText(stack) : `${heightText(stack)}, top first\n\n${codeBlock('text', picture)}`;
  return { ...hint, tooltip: markup(text, snapshot.client.hasMarkdownHover) };
}

export function uriOfInlayHint({ data }: InlayHint): string | undefined {
  return isHintData(data) ? data.uri : undefined;
}

function isHintData(data: unknown): data is HintData {
  return (
    typeof data === 'object' &&
    data !== null &&
    'uri' in data &&
    typeof data.uri === 'string' &&
    'statement' in data &&
    typeof data.statement === 'number'
  );
}

/** A hint before it is put in the protocol's words; `token` is the offset that it stands behind. */
interface Hint {
  readonly token: number;
  readonly label: string;
  readonly kind?: InlayHintKind;
}

/** What all hints of an answer are made from. */
interface View {
  readonly analysis: Analysis;
  readonly settings: InlayHintSettings;
  readonly kinds: ValueKinds;
}

function hintsOf(view: View, statement: number): Hint[] {
  const { settings } = view;
  const { module } = view.analysis;
  const { tree } = module;
  const kind = tree.statementKinds[statement];
  if (kind === StatementKind.Label) return settings.blockEntries ? labelHints(view, statement) : [];
  const found = instructionOfStatement(module, statement);
  if (found === undefined) return [];
  const place: CodePlace = { ...found, module };
  return [
    ...(settings.jumpDirections ? directionHints(place) : []),
    ...(settings.argumentNames ? argumentHints(place) : []),
    ...(settings.stack === 'off' ? [] : stackHints(view, place)),
  ];
}

function labelHints({ analysis, settings, kinds }: View, statement: number): Hint[] {
  const { module } = analysis;
  const { tree } = module;
  const scope = module.statementScopes[statement];
  const stack = knownStack(analysis, module, scope, statement);
  if (stack === undefined || stack.maximumHeight === 0) return [];
  const colon = tree.tokenEnds[tree.statementHeads[statement]] + 1;
  const detail = settings.stack === 'off' ? 'depth' : settings.stack;
  return [{ token: colon, label: stackText(kinds, module, scope, stack, detail), kind: InlayHintKind.Type }];
}

function stackHints({ analysis, settings, kinds }: View, place: CodePlace): Hint[] {
  const { module, scope, statement } = place;
  if (settings.stack === 'off' || !GOES_ON.has(place.instruction.flow)) return [];
  const stack = knownStack(analysis, module, scope, statement);
  if (stack === undefined) return [];
  const label = stackText(kinds, module, scope, stack, settings.stack);
  return [{ token: endOf(module, statement), label, kind: InlayHintKind.Type }];
}

function stackText(
  kinds: ValueKinds,
  module: Module,
  scope: number,
  stack: AbstractStack,
  detail: Exclude<InlayHintSettings['stack'], 'off'>,
): string {
  return stackWord(module, scope, detail === 'depth' ? stack : withKinds(kinds, scope, stack), detail);
}

const GOES_ON: ReadonlySet<string> = new Set(['next', 'branch']);

function knownStack(analysis: Analysis, module: Module, scope: number, statement: number): AbstractStack | undefined {
  const facts = verifiedFacts(analysis, module, scope);
  const stack = facts && stackShown(analysis, facts, statement);
  const isUnsure = stack !== undefined && isBoundless(stack) && module.scopes[scope].isBroken;
  return isUnsure ? undefined : stack;
}

/** The stack that a hint tells of: behind an instruction, or at a label. */
function stackShown(analysis: Analysis, facts: FunctionFacts, statement: number): AbstractStack | undefined {
  const { module } = analysis;
  const place = instructionOfStatement(module, statement);
  if (place === undefined) {
    const symbol = module.symbols[module.tokenSymbols[module.tree.statementHeads[statement]]];
    return symbol?.kind === 'label' ? facts.stackBefore(symbol.instruction) : undefined;
  }
  const before = facts.stackBefore(place.index);
  return before && stackBehind(facts, { ...place, module }, before, 'next');
}

function directionHints(place: CodePlace): Hint[] {
  const { module, instruction, statement } = place;
  const target = instruction.operands[0]?.kind === 'label' ? jumpTarget(place) : -1;
  if (target < 0) return [];
  return [{ token: endOf(module, statement), label: target > place.index ? '↓' : '↑' }];
}

/** The index of the instruction that a jump by label leads to; -1 where there is none. */
function jumpTarget({ module, statement }: CodePlace): number {
  const token = module.tree.statementHeads[statement] + 1;
  if (token >= module.tree.statementEnds[statement]) return -1;
  return module.symbols[module.tokenSymbols[token]]?.instruction ?? -1;
}

function argumentHints(call: CodePlace): Hint[] {
  const count = Math.min(countOf(call), LISTED_NAMES + 1);
  const names: string[] = [];
  for (let index = 0; index < count; index++) {
    const name = parameterAt(call, countOf(call) - 1 - index)?.name;
    if (name === undefined) return [];
    names.push(index < LISTED_NAMES ? name : '…');
  }
  if (names.length === 0) return [];
  return [{ token: endOf(call.module, call.statement), label: `(${names.join(', ')})`, kind: InlayHintKind.Parameter }];
}

function endOf({ tree }: Module, statement: number): number {
  return tree.tokenEnds[tree.statementEnds[statement] - 1];
}
