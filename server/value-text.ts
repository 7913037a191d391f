import { ANY_KIND, Op, tokenText, type AbstractStack, type AbstractValue, type Module } from '../vm/index.ts';
import { kindsOf } from './built-in-members.ts';
import { placeOf, type CodePlace } from './value-flow.ts';

/** Of the lines that a value may come from, as many are named. */
const LISTED_LINES = 3;
const MAXIMUM_LABEL_LENGTH = 24;
/** A stack in a word has as many of its topmost slots. */
const LISTED_SLOTS = 6;

/** The kinds of a value in words: `int`, `int | str`; `undefined` where it may be of any kind. */
export function kindsWord({ kinds }: Pick<AbstractValue, 'kinds'>): string | undefined {
  if (kinds === ANY_KIND) return undefined;
  return kinds === 0 ? 'never' : kindsOf({ kinds }).join(' | ');
}

/** A value on the stack of a scope by what made it: `5:int`, `x`, `str`; `?` where nothing is known. */
export function valueWord(module: Module, scope: number, value: AbstractValue): string {
  const label = labelOf(module, scope, value);
  const kinds = kindsWord(value);
  if (label === undefined) return kinds ?? '?';
  return kinds === undefined ? label : `${label}:${kinds.includes(' ') ? `(${kinds})` : kinds}`;
}

/** `line 3`, `line 3 or 5`: where a value may come from; `undefined` where that is not known. */
export function originText(module: Module, scope: number, { producers }: AbstractValue): string | undefined {
  const lines = [...new Set(makersOf(module, scope, producers).map(lineOf))];
  if (lines.length === 0) return undefined;
  const more = lines.length > LISTED_LINES ? ' or more' : '';
  return `line ${lines.slice(0, LISTED_LINES).join(' or ')}${more}`;
}

/** What a value is called where it is made: a constant, a variable, a callee. Only where all its makers agree. */
export function labelOf(module: Module, scope: number, { producers }: AbstractValue): string | undefined {
  const [first, ...others] = makersOf(module, scope, producers).map(labelOfMaker);
  return others.every(other => other === first) ? first : undefined;
}

function makersOf(module: Module, scope: number, producers: readonly number[]): CodePlace[] {
  return producers.map(producer => placeOf(module, scope, producer)).filter(place => place !== undefined);
}

function labelOfMaker({ module: { tree }, instruction, statement }: CodePlace): string | undefined {
  const operand = tree.statementHeads[statement] + 1;
  if (operand >= tree.statementEnds[statement]) return undefined;
  const label = LABELS.get(instruction.code)?.(shorten(tokenText(tree, operand)));
  return label;
}

function lineOf({ module, statement }: CodePlace): number {
  return module.tree.statementLines[statement] + 1;
}

function shorten(text: string): string {
  return text.length > MAXIMUM_LABEL_LENGTH ? `${text.slice(0, MAXIMUM_LABEL_LENGTH - 1)}…` : text;
}

const itself = (operand: string) => operand;

/** The instructions whose operand says what they push, and how. */
const LABELS: ReadonlyMap<number, (operand: string) => string> = new Map([
  [Op.LOAD_CONST, itself],
  [Op.LOAD_VAR, itself],
  [Op.LOAD_LOCAL, itself],
  [Op.LOAD_GLOBAL, itself],
  [Op.MAKE_FUNC, itself],
  [Op.MAKE_CLASS, itself],
  [Op.LOAD_SUPER, operand => `super.${operand}`],
  [Op.LOAD_ATTR, operand => `….${operand}`],
  [Op.CALL_FUNC, operand => `${operand}(…)`],
  [Op.CALL_METHOD, operand => `….${operand}(…)`],
]);

/** A stack in a word, its top on the right: `[3]`, `[int, str]`, `[n, 1]`; where paths disagree with the heights before it. */
export function stackWord(
  module: Module,
  scope: number,
  stack: AbstractStack,
  detail: 'depth' | 'kinds' | 'values',
): string {
  const { minimumHeight, maximumHeight, fromTop } = stack;
  const isExact = minimumHeight === maximumHeight;
  const height = isExact
    ? `${minimumHeight}`
    : `${minimumHeight}–${Number.isFinite(maximumHeight) ? maximumHeight : '∞'}`;
  if (detail === 'depth') return `[${height}]`;
  const shown = fromTop.slice(0, LISTED_SLOTS).toReversed();
  const words = shown.map(
    value => (detail === 'values' ? labelOf(module, scope, value) : undefined) ?? kindsWord(value) ?? 'any',
  );
  if (!isExact || minimumHeight > shown.length) words.unshift('…');
  return `${isExact ? '' : `${height} `}[${words.join(', ')}]`;
}
