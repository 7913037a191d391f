import { ChunkedList, replaced } from '../source/index.ts';
import type { JoinedTree, Section } from '../syntax/index.ts';
import { Unit, type UnitHost, type UnitState } from './unit.ts';

/** Which units a file is made of, kept from one tree to the next: a unit lives as long as its sections do. */
export class UnitList {
  private all: Unit[] = [];
  main: Unit;
  private readonly host: UnitHost;
  private sections: ChunkedList<Section> = ChunkedList.of([]);
  /** That of the tree that the units are of. */
  private identity: object | undefined;
  private known: UnitTable = {
    states: ChunkedList.of([]),
    places: new Int32Array(0),
    ownSymbols: new Int32Array(0),
    functions: new Int32Array(0),
  };
  /** Where in the table units have come, gone or changed since it was made. */
  private isRearranged = true;
  private readonly changed = new Set<Unit>();

  constructor(host: UnitHost) {
    this.host = host;
    this.main = new Unit(host, [], true);
  }

  /** Outermost functions and classes in text order, main last; to be used at once, since it changes with the next tree. */
  get units(): readonly Unit[] {
    return this.all;
  }

  /** Takes over another tree; answers which units have come and which are gone. */
  arrange(tree: JoinedTree): { readonly added: readonly Unit[]; readonly removed: readonly Unit[] } {
    const before = this.sections;
    const { sections } = tree;
    const { start, oldEnd, newEnd } = this.differenceTo(tree);
    this.identity = tree.identity;
    this.sections = sections;

    const count = Math.max(0, this.units.length - 1);
    const from = firstAt(this.units, count, start);
    const to = firstAt(this.units, count, oldEnd);
    const known = new Map(this.units.slice(from, to).map(unit => [unit.sections[0], unit]));
    const middle: Unit[] = [];
    const added: Unit[] = [];
    for (let place = start; place < newEnd; place++) {
      const section = sections.at(place);
      if (section.hasMain || section.tree.statementCount === 0) continue;
      let unit = known.get(section);
      known.delete(section);
      if (unit === undefined) added.push((unit = new Unit(this.host, [section], false)));
      unit.place = place;
      middle.push(unit);
    }
    const removed = [...known.values()];
    if (newEnd !== oldEnd) for (let index = to; index < count; index++) this.units[index].place += newEnd - oldEnd;
    const hadMain = this.main;
    const isOtherMain =
      this.units.length === 0 ||
      [...before.slice(start, oldEnd), ...sections.slice(start, newEnd)].some(({ hasMain }) => hasMain);
    this.arrangeMain(isOtherMain, start, oldEnd, newEnd);
    if (isOtherMain) {
      if (this.units.length > 0) removed.push(hadMain);
      added.push(this.main);
    }
    const isSameShape =
      this.units.length > 0 &&
      newEnd === oldEnd &&
      middle.length === to - from &&
      middle.every(({ place }, index) => place === this.known.places[from + index]);
    if (isSameShape) for (const unit of [...middle, this.main]) this.changed.add(unit);
    else this.isRearranged = true;
    // In place where it can be: for a million lines, a copy for each edit is what the host collects garbage for.
    if (middle.length === to - from) for (const [index, unit] of middle.entries()) this.all[from + index] = unit;
    else this.all = replaced(this.all, from, to, middle);
    this.all[count - (to - from) + middle.length] = this.main;
    return { added, removed };
  }

  /** Between which indices the sections of a tree differ from those of the one before it. */
  private differenceTo({ edit, sections }: JoinedTree): { start: number; oldEnd: number; newEnd: number } {
    if (edit !== undefined && edit.of === this.identity)
      return { start: edit.from, oldEnd: edit.to, newEnd: edit.from + edit.count };
    const before = this.sections;
    const least = Math.min(before.length, sections.length);
    let start = 0;
    while (start < least && before.at(start) === sections.at(start)) start++;
    let behind = 0;
    const most = least - start;
    while (behind < most && before.at(before.length - 1 - behind) === sections.at(sections.length - 1 - behind))
      behind++;
    return { start, oldEnd: before.length - behind, newEnd: sections.length - behind };
  }

  /** To be called when what is known of a unit has changed. */
  hasChanged(unit: Unit): void {
    unit.forgetState();
    if (!this.isRearranged) this.changed.add(unit);
  }

  /** The index of a unit; -1 for one that is gone. */
  indexOf(unit: Unit): number {
    if (unit.isGone) return -1;
    return unit.isMain ? this.units.length - 1 : firstAt(this.units, this.units.length - 1, unit.place);
  }

  /** What is known of all units now. The table is never changed, but for another one. */
  table(): UnitTable {
    if (this.isRearranged) this.known = makeTable(this.units);
    else if (this.changed.size > 0) this.known = this.changedTable();
    this.isRearranged = false;
    this.changed.clear();
    return this.known;
  }

  private changedTable(): UnitTable {
    let { states, ownSymbols, functions } = this.known;
    for (const unit of this.changed) {
      const index = this.indexOf(unit);
      if (index < 0) continue;
      states = states.replaced(index, index + 1, [unit.state]);
      ownSymbols = withNumber(ownSymbols, index, unit.bound.ownSymbolCount);
      functions = withNumber(functions, index, unit.bound.functionCount);
    }
    return { states, places: this.known.places, ownSymbols, functions };
  }

  private arrangeMain(isOther: boolean, start: number, oldEnd: number, newEnd: number): void {
    const { places, sections } = this.main;
    if (!isOther) {
      if (newEnd !== oldEnd) this.main.places = places.map(place => (place < start ? place : place + newEnd - oldEnd));
      return;
    }
    const ownSections: Section[] = [];
    const ownPlaces: number[] = [];
    const keep = (index: number, place: number): void => {
      ownSections.push(sections[index]);
      ownPlaces.push(place);
    };
    let index = 0;
    for (; index < places.length && places[index] < start; index++) keep(index, places[index]);
    for (let place = start; place < newEnd; place++) {
      if (!this.sections.at(place).hasMain) continue;
      ownSections.push(this.sections.at(place));
      ownPlaces.push(place);
    }
    while (index < places.length && places[index] < oldEnd) index++;
    for (; index < places.length; index++) keep(index, places[index] + newEnd - oldEnd);
    this.main = new Unit(this.host, ownSections, true);
    this.main.places = Int32Array.from(ownPlaces);
  }
}

/** What is known of the units of a file, in columns; main is the last. */
export interface UnitTable {
  readonly states: ChunkedList<UnitState>;
  /** The section of each unit but main. */
  readonly places: Int32Array;
  /** How many symbols of its own each has, and how many functions. */
  readonly ownSymbols: Int32Array;
  readonly functions: Int32Array;
}

function makeTable(units: readonly Unit[]): UnitTable {
  const states: UnitState[] = [];
  const places = new Int32Array(units.length - 1);
  const ownSymbols = new Int32Array(units.length);
  const functions = new Int32Array(units.length);
  for (let index = 0; index < units.length; index++) {
    const unit = units[index];
    states.push(unit.state);
    // Main, the last, is in many.
    if (index < places.length) places[index] = unit.place;
    ownSymbols[index] = unit.bound.ownSymbolCount;
    functions[index] = unit.bound.functionCount;
  }
  return { states: ChunkedList.of(states), places, ownSymbols, functions };
}

/** The same numbers with another one in one place; the same array where that is there already. */
function withNumber(numbers: Int32Array, index: number, value: number): Int32Array {
  return numbers[index] === value ? numbers : numbers.with(index, value);
}

/** The first of so many units that stands at a section or behind it, by binary search. */
function firstAt(units: readonly Unit[], count: number, place: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (units[middle].place < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
