import type { UnitsToDo } from './defined-names.ts';
import { firstInFile } from './places-in-file.ts';
import type { Unit } from './unit.ts';
import type { UnitUses } from './unused.ts';

/** The global variables of a file: who stores each first, and whether anybody reads it. */
export class GlobalNames {
  private readonly names = new Map<string, GlobalName>();
  /** Global variables that imported files read. */
  private importedReads: ReadonlySet<string> = new Set();
  private readonly toDo: UnitsToDo;
  /** Names with other writers or other readers in imports, and names with other readers here, since they were settled. */
  private readonly touched = new Set<string>();
  private readonly counted = new Set<string>();

  constructor(toDo: UnitsToDo) {
    this.toDo = toDo;
  }

  setImportedReads(reads: ReadonlySet<string>): void {
    for (const name of this.importedReads) if (!reads.has(name)) this.touched.add(name);
    for (const name of reads) if (!this.importedReads.has(name)) this.touched.add(name);
    this.importedReads = reads;
  }

  addUses(unit: Unit, { globals, stored }: UnitUses): void {
    for (const name of globals) this.count(name, 1);
    for (const name of stored.keys()) {
      this.know(name).writers.add(unit);
      this.touched.add(name);
    }
  }

  removeUses(unit: Unit, { globals, stored }: UnitUses): void {
    for (const name of globals) this.count(name, -1);
    for (const name of stored.keys()) {
      this.know(name).writers.delete(unit);
      this.touched.add(name);
    }
  }

  isRead(name: string): boolean {
    return (this.names.get(name)?.readers ?? 0) > 0 || this.importedReads.has(name);
  }

  /** Whether no unit above stores it. */
  isFirstStore(name: string, unit: object): boolean {
    return this.names.get(name)?.first === unit;
  }

  /** All that are read, here or in imported files. */
  read(): Set<string> {
    const read = new Set(this.importedReads);
    for (const [name, { readers }] of this.names) if (readers > 0) read.add(name);
    return read;
  }

  /** Works out which names are read now that were not, or no longer are, and forgets those that nobody knows any more. */
  settleUses(): void {
    for (const name of this.counted) if (this.isRead(name) !== this.know(name).wasRead) this.touched.add(name);
    for (const name of this.touched) this.settle(name, this.know(name));
    for (const names of [this.counted, this.touched]) {
      for (const name of names) this.forgetUnknown(name);
      names.clear();
    }
  }

  /** Those who have stored it first, and those who do now, have to know whether it is read. */
  private settle(name: string, known: GlobalName): void {
    const first = firstInFile(
      known.writers,
      unit => unit,
      unit => unit.bound.uses.stored.get(name) as number,
    );
    if (known.first !== undefined) this.toDo.toCheckUse.add(known.first);
    if (first !== undefined) this.toDo.toCheckUse.add(first);
    known.first = first;
    known.wasRead = this.isRead(name);
  }

  private forgetUnknown(name: string): void {
    const known = this.names.get(name);
    if (known !== undefined && known.readers === 0 && known.writers.size === 0) this.names.delete(name);
  }

  private count(name: string, by: 1 | -1): void {
    this.know(name).readers += by;
    this.counted.add(name);
  }

  private know(name: string): GlobalName {
    let known = this.names.get(name);
    if (known === undefined) {
      known = { readers: 0, wasRead: undefined, writers: new Set(), first: undefined };
      this.names.set(name, known);
    }
    return known;
  }
}

interface GlobalName {
  /** How many units read it; and whether any did, here or elsewhere, when those who store it were last told. */
  readers: number;
  wasRead: boolean | undefined;
  readonly writers: Set<Unit>;
  first: Unit | undefined;
}
