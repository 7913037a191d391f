import { suggest } from '../diagnostics/index.ts';
import { INSTRUCTIONS, instructionOf, operandRowAt, type OperandKind } from '../isa/index.ts';
import { StatementKind, TokenKind, statementOfToken, tokenAt, tokenText } from '../syntax/index.ts';
import type { UnitDiagnostic } from './binding.ts';
import { stringValue, tokenName } from './tokens.ts';
import type { Unit } from './unit.ts';

/** What a mistake keeps from being named: something of a category, by a name that may be misspelt or is not there at all. */
interface Meant {
  readonly category: Category | undefined;
  /** `undefined` where nothing tells which. */
  readonly name: string | undefined;
  readonly unit: Unit;
  readonly scope: number;
}

type Category = 'label' | 'callable' | 'constant' | 'variable';

const CATEGORIES: Partial<Record<OperandKind, Category>> = {
  label: 'label',
  function: 'callable',
  class: 'callable',
  constant: 'constant',
  message: 'constant',
  variable: 'variable',
};

/**
 * Which names the mistakes of a file may mean. What a misspelt name would use is not unused: one mistake is told once, and in
 * two places only where these may be two mistakes.
 */
export class MeantNames {
  private readonly all: readonly Meant[];
  /** What stands in classes without an `.end`, and perhaps was to stand behind them. */
  private readonly strays: ReadonlySet<string>;

  private readonly units: readonly Unit[];
  private unusedCounts: ReadonlyMap<Category, number> | undefined;

  constructor(units: readonly Unit[]) {
    this.units = units;
    this.strays = new Set(units.flatMap(straysOf));
    this.all = [...firstMeant(units)];
  }

  /** Whether a finding that something is unused may follow from another mistake. */
  explains(unit: Unit, { kind, span }: UnitDiagnostic): boolean {
    const category = UNUSED[kind];
    if (category === undefined || this.all.length === 0) return false;
    const { tree, statementScopes } = unit.bound;
    const token = tokenAt(tree, span.start);
    const name = tokenName(tree, token);
    const scope = statementScopes[statementOfToken(tree, token)];
    return this.all.some(meant => {
      if (category === 'label' && meant.unit !== unit) return false;
      if (meant.name === name) return true;
      if (meant.category !== category) return false;
      const isOfFunction = meant.unit === unit && meant.scope === scope;
      // A jump whose label is not there may mean any label of its function, and so with variables.
      if (category === 'label') return isOfFunction;
      if (category === 'variable' && isOfFunction) return true;
      return (
        meant.name === undefined || isLike(meant.name, name) || (category !== 'variable' && this.mayMeanAll(category))
      );
    });
  }

  /** Whether as many names of a category are unknown as are unused: then those may be these. */
  private mayMeanAll(category: Category): boolean {
    this.unusedCounts ??= countUnused(this.units);
    const unknown = new Set(this.all.flatMap(each => (each.category === category ? [each.name] : [])));
    return unknown.size >= (this.unusedCounts.get(category) ?? 0);
  }

  /** Whether a name is unknown only because an `.end` is missing. */
  explainsUnknown(name: string): boolean {
    return this.strays.has(name);
  }

  /** Whether one of some functions, classes and constants may be meant. */
  explainsImport(names: Iterable<string>): boolean {
    const imported = [...names];
    return this.all.some(({ category, name }) => {
      if (name !== undefined && imported.includes(name)) return true;
      if (category !== 'callable' && category !== 'constant') return false;
      return name === undefined || imported.some(each => isLike(name, each));
    });
  }
}

function countUnused(units: readonly Unit[]): Map<Category, number> {
  const counts = new Map<Category, number>();
  for (const { unused } of units) {
    for (const { kind } of unused) {
      const category = UNUSED[kind];
      if (category !== undefined) counts.set(category, (counts.get(category) ?? 0) + 1);
    }
  }
  return counts;
}

function straysOf({ bound: { tree, scopes } }: Unit): string[] {
  if (tree.diagnostics.length === 0) return [];
  return tree.blocks.flatMap(({ kind, isClosed }, index) =>
    kind === 'class' && !isClosed ? [...scopes[index].callables.keys()] : [],
  );
}

function isLike(word: string, name: string): boolean {
  return suggest(word, [name]) !== undefined;
}

/** More mistakes than this explain nothing: a file full of them must not become slow. */
const MAXIMUM_MEANT = 200;

const UNUSED: Partial<Record<UnitDiagnostic['kind'], Category>> = {
  'unused-label': 'label',
  'unused-function': 'callable',
  'unused-constant': 'constant',
  'unused-variable': 'variable',
};

const UNKNOWN: Partial<Record<UnitDiagnostic['kind'], Category>> = {
  'unknown-label': 'label',
  'unknown-function': 'callable',
  'unknown-class': 'callable',
  'unknown-constant': 'constant',
  'unknown-variable': 'variable',
  'variable-never-assigned': 'variable',
};

function* firstMeant(units: readonly Unit[]): Iterable<Meant> {
  let left = MAXIMUM_MEANT;
  for (const unit of units) {
    for (const meant of meantIn(unit)) {
      if (left-- === 0) return;
      yield meant;
    }
  }
}

function* meantIn(unit: Unit): Iterable<Meant> {
  const { tree, statementScopes, faultyLines, diagnostics } = unit.bound;
  for (const name of faultyLines.names) yield { category: undefined, name, unit, scope: 0 };
  for (const statement of faultyLines.wordsAlone.slice(0, MAXIMUM_MEANT)) {
    for (const category of categoriesOf(tokenText(tree, tree.statementHeads[statement])))
      yield { category, name: undefined, unit, scope: statementScopes[statement] };
  }
  for (const { kind, span } of [...diagnostics, ...unit.findings]) {
    const isUnknown = UNKNOWN[kind] !== undefined;
    if (!isUnknown && kind !== 'operand-kind' && kind !== 'operand-count') continue;
    const token = tokenAt(tree, span.start);
    const statement = statementOfToken(tree, token);
    const scope = statementScopes[statement];
    if (isUnknown) yield { category: UNKNOWN[kind], name: tokenName(tree, token), unit, scope };
    else if (tree.statementKinds[statement] === StatementKind.Instruction) {
      const at = kind === 'operand-kind' ? token : tree.statementEnds[statement];
      const category = categoryAt(unit, statement, at);
      if (category !== undefined) yield { category, name: nameIn(unit, token), unit, scope };
    }
  }
}

/** What a word alone may name, that is no instruction but the beginning of some, when it is whole and has its operand. */
function categoriesOf(word: string): ReadonlySet<Category> {
  const start = word.toUpperCase();
  const categories = new Set<Category>();
  for (const { mnemonic, operands } of INSTRUCTIONS) {
    const category = operands.length > 0 && mnemonic.startsWith(start) ? CATEGORIES[operands[0].kind] : undefined;
    if (category !== undefined) categories.add(category);
  }
  return categories;
}

/** What the operand of an instruction names that stands at a token, or is missing there. */
function categoryAt({ bound: { tree } }: Unit, statement: number, token: number): Category | undefined {
  const operands = instructionOf(tree.statementCodes[statement])?.operands ?? [];
  const row = operandRowAt(operands, token - tree.statementHeads[statement] - 1);
  return row === undefined ? undefined : CATEGORIES[row.kind];
}

function nameIn({ bound: { tree } }: Unit, token: number): string | undefined {
  if (tree.tokenKinds[token] === TokenKind.Name) return tokenName(tree, token);
  return tree.tokenKinds[token] === TokenKind.String ? stringValue(tree, token) : undefined;
}
