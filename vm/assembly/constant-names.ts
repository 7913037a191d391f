import type { Constant } from '../bytecode/index.ts';
import { DefinedNames, type DefinedName, type Definer } from './defined-names.ts';
import type { TopLevelConstant } from './environment.ts';
import type { ImportedName } from './imported-names.ts';
import type { OutlinedConstant } from './outline.ts';
import { comparePlaces } from './places-in-file.ts';
import type { Unit } from './unit.ts';

/** The constants of a file. One may stand for another, and none is known above its line. */
export class ConstantNames extends DefinedNames<OutlinedConstant, TopLevelConstant> {
  /** The values that have been worked out since something was touched. */
  private readonly values = new Map<string, Constant | undefined>();

  /** What a name means to a token of a unit, which is told when that becomes another. */
  ask(name: string, asker: Unit, token: number): TopLevelConstant | undefined {
    const known = this.know(name);
    const isLater = isDefinedBehind(known.first, asker, token);
    this.noteAsker(known, asker, isLater);
    const { answer } = known;
    return answer === undefined || answer.isLater === isLater ? answer : { ...answer, isLater };
  }

  protected definedBy({ outline }: Unit): readonly OutlinedConstant[] {
    return outline.constants;
  }

  /** A constant may stand for one that was touched. */
  protected override settleAnswers(touched: ReadonlySet<string>): void {
    this.values.clear();
    for (const known of this.names.values())
      if (touched.has(known.name) || known.first?.definition.alias !== undefined) this.settleAnswer(known);
  }

  protected ownAnswer({ unit, definition: { name, symbol, valueText } }: Definer<OutlinedConstant>): TopLevelConstant {
    const known = { unit, kind: 'constant' as const, name, symbol, valueText, importedFrom: undefined };
    return { ...known, value: this.literalOf(name), isLater: false, place: () => this.placeOf(name) };
  }

  protected importedAnswer({ name, symbol, valueText, value, file }: ImportedName): TopLevelConstant {
    const known = { unit: null, kind: 'constant' as const, name, symbol, valueText, value };
    return { ...known, isLater: false, importedFrom: file, place: () => this.placeOf(name) };
  }

  /** Main has sections above and below: which of its tokens see a constant may change with any place. */
  protected hasOtherView(asker: Unit, wasLater: boolean, first: Definer<OutlinedConstant> | undefined): boolean {
    return asker.isMain || isDefinedBehind(first, asker, 0) !== wasLater;
  }

  protected isSameAnswer(a: TopLevelConstant | undefined, b: TopLevelConstant | undefined): boolean {
    if (a === undefined || b === undefined) return a === b;
    if (a.valueText !== b.valueText || a.importedFrom !== b.importedFrom) return false;
    return a.value === b.value || (a.value !== undefined && b.value !== undefined && isSameValue(a.value, b.value));
  }

  /** The value of a constant, those that it stands for followed through. */
  private literalOf(name: string): Constant | undefined {
    const chain: string[] = [];
    let value: Constant | undefined;
    for (let at: string | undefined = name; at !== undefined; at = this.aliasOf(at)) {
      if (this.values.has(at)) {
        value = this.values.get(at);
        break;
      }
      chain.push(at);
      const first = this.firstOf(at);
      value = first === undefined ? this.imported.get(at)?.value : first.definition.literal;
    }
    for (const each of chain) this.values.set(each, value);
    return value;
  }

  /** The constant of this file or an import that one stands for; none that is defined behind it. */
  private aliasOf(name: string): string | undefined {
    const first = this.firstOf(name);
    const alias = first?.definition.alias;
    if (first === undefined || alias === undefined) return undefined;
    const target = this.firstOf(alias);
    if (target === undefined) return alias;
    const order = comparePlaces(target.unit, target.definition.token, first.unit, first.definition.token);
    return order < 0 ? alias : undefined;
  }

  private firstOf(name: string): Known['first'] {
    return this.names.get(name)?.first;
  }
}

type Known = DefinedName<OutlinedConstant, TopLevelConstant>;

function isDefinedBehind(first: Definer<OutlinedConstant> | undefined, asker: Unit, token: number): boolean {
  if (first === undefined || first.unit === asker) return false;
  return first.unit.sectionOf(first.definition.token) > asker.sectionOf(token);
}

function isSameValue(a: Constant, b: Constant): boolean {
  return a.kind === b.kind && ('value' in a ? Object.is(a.value, (b as { value: unknown }).value) : true);
}
