import type { JoinedTree, Section } from '../syntax/index.ts';
import { Unit, type UnitHost } from './unit.ts';

/** Which units a file is made of, kept from one tree to the next: a unit lives as long as its sections do. */
export class UnitList {
  /** Outermost functions and classes in text order, main last. */
  units: readonly Unit[] = [];
  main: Unit;
  private readonly host: UnitHost;
  private sections: readonly Section[] = [];

  constructor(host: UnitHost) {
    this.host = host;
    this.main = new Unit(host, [], true);
  }

  /** Takes over another tree; answers which units have come and which are gone. */
  arrange(tree: JoinedTree): { readonly added: readonly Unit[]; readonly removed: readonly Unit[] } {
    const before = this.sections;
    const { sections } = tree;
    let start = 0;
    const least = Math.min(before.length, sections.length);
    while (start < least && before[start] === sections[start]) start++;
    let behind = 0;
    const most = least - start;
    while (behind < most && before[before.length - 1 - behind] === sections[sections.length - 1 - behind]) behind++;
    const oldEnd = before.length - behind;
    const newEnd = sections.length - behind;
    this.sections = sections;

    const functions = this.units.slice(0, -1);
    const from = firstAt(functions, start);
    const to = firstAt(functions, oldEnd);
    const known = new Map(functions.slice(from, to).map(unit => [unit.sections[0], unit]));
    const middle: Unit[] = [];
    const added: Unit[] = [];
    for (let place = start; place < newEnd; place++) {
      const section = sections[place];
      if (section.hasMain || section.tree.blocks.length === 1) continue;
      let unit = known.get(section);
      known.delete(section);
      if (unit === undefined) added.push((unit = new Unit(this.host, [section], false)));
      unit.place = place;
      middle.push(unit);
    }
    const removed = [...known.values()];
    if (newEnd !== oldEnd)
      for (let index = to; index < functions.length; index++) functions[index].place += newEnd - oldEnd;
    const hadMain = this.main;
    const isOtherMain =
      this.units.length === 0 ||
      [...before.slice(start, oldEnd), ...sections.slice(start, newEnd)].some(({ hasMain }) => hasMain);
    this.arrangeMain(isOtherMain, start, oldEnd, newEnd);
    if (isOtherMain) {
      if (this.units.length > 0) removed.push(hadMain);
      added.push(this.main);
    }
    this.units = functions.slice(0, from).concat(middle, functions.slice(to), this.main);
    return { added, removed };
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
      if (!this.sections[place].hasMain) continue;
      ownSections.push(this.sections[place]);
      ownPlaces.push(place);
    }
    while (index < places.length && places[index] < oldEnd) index++;
    for (; index < places.length; index++) keep(index, places[index] + newEnd - oldEnd);
    this.main = new Unit(this.host, ownSections, true);
    this.main.places = Int32Array.from(ownPlaces);
  }
}

/** The first unit that stands at a section or behind it, by binary search. */
function firstAt(units: readonly Unit[], place: number): number {
  let low = 0;
  let high = units.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (units[middle].place < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
