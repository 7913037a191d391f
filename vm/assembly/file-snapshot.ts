import type { FunctionCode } from '../bytecode/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import type { JoinedTree } from '../syntax/index.ts';
import type { FunctionVerification } from '../verifier/index.ts';
import type { BoundUnit } from './bind-unit.ts';
import type { FileBinder } from './file-binder.ts';
import { placeDiagnostics } from './file-diagnostics.ts';
import type { ImportedNames } from './imported-names.ts';
import type { Outline } from './outline.ts';
import { Placement } from './placement.ts';
import type { Unit } from './unit.ts';
import type { UnitTable } from './unit-list.ts';

/** A file as it was after one update: what is made of it later does not see how its binder goes on. */
export class FileSnapshot {
  readonly file: string;
  readonly tree: JoinedTree;
  readonly isMainBroken: boolean;
  readonly imports: readonly SnapshotImport[];
  readonly imported: ImportedNames;
  readonly hasErrors: boolean;
  /** Whether no mistake of the program may be a store of any variable. */
  readonly areStoresKnown: boolean;
  /** What there is to say of it; and of this what the binder says. */
  readonly diagnostics: readonly Diagnostic[];
  readonly binderDiagnostics: readonly Diagnostic[];
  readonly table: UnitTable;
  readonly #binder: FileBinder;
  readonly #version: number;
  readonly #mainPlaces: Int32Array;
  readonly #units: (UnitSnapshot | undefined)[] = [];

  constructor(binder: FileBinder, areStoresKnown: boolean) {
    const { all, ofBinder } = placeDiagnostics(binder, areStoresKnown);
    this.file = binder.file;
    this.tree = binder.tree;
    this.isMainBroken = binder.isMainBroken;
    this.imports = binder.imports.map(({ path, file, token, target }) => ({
      path,
      file,
      token,
      isRead: target !== null,
    }));
    this.imported = binder.imported;
    this.hasErrors = binder.hasErrors();
    this.areStoresKnown = areStoresKnown;
    this.diagnostics = all;
    this.binderDiagnostics = ofBinder;
    this.table = binder.unitTable();
    this.#binder = binder;
    this.#version = binder.version;
    this.#mainPlaces = binder.main.places;
  }

  /** Functions and classes of the top level in text order, and main, which is the last. */
  get unitCount(): number {
    return this.table.states.length;
  }

  unitAt(index: number): UnitSnapshot {
    return (this.#units[index] ??= this.#placeUnit(index));
  }

  get main(): UnitSnapshot {
    return this.unitAt(this.unitCount - 1);
  }

  *units(): Iterable<UnitSnapshot> {
    for (let index = 0; index < this.unitCount; index++) yield this.unitAt(index);
  }

  /** The unit that a section belongs to; -1 where nothing but comments stand in it. */
  unitOfSection(section: number): number {
    const { places } = this.table;
    let low = 0;
    let high = places.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (places[middle] <= section) low = middle;
      else high = middle - 1;
    }
    if (places[low] === section) return low;
    return this.tree.sections.at(section).hasMain ? this.unitCount - 1 : -1;
  }

  /** Who defines a name of the top level; `undefined` also where the file has changed since, and nobody knows at once. */
  definerOf(
    kind: 'callables' | 'constants',
    name: string,
  ): { readonly index: number; readonly symbol: number } | undefined {
    if (this.#binder.version !== this.#version) return undefined;
    const definer = this.#binder.names.definerOf(kind, name);
    return definer === undefined || 'file' in definer
      ? undefined
      : { index: this.#binder.indexOf(definer.unit), symbol: definer.symbol };
  }

  #placeUnit(index: number): UnitSnapshot {
    const { states, places } = this.table;
    const { unit, outline, bound, ids, codes, verified } = states.at(index);
    const place = index === states.length - 1 ? this.#mainPlaces : places[index];
    return {
      unit,
      outline,
      bound,
      ids,
      codes,
      verified,
      placement: new Placement(this.tree, place, unit.tree, unit.joined),
    };
  }
}

interface SnapshotImport {
  readonly path: string;
  readonly file: string;
  /** In main. */
  readonly token: number;
  readonly isRead: boolean;
}

export interface UnitSnapshot {
  /** The unit itself, for comparison only. */
  readonly unit: Unit;
  readonly outline: Outline;
  readonly bound: BoundUnit;
  readonly ids: Int32Array;
  /** By scope. */
  readonly codes: readonly (FunctionCode | undefined)[];
  readonly verified: readonly (FunctionVerification | undefined)[];
  readonly placement: Placement;
}
