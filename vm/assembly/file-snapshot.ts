import type { FunctionCode } from '../bytecode/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import type { JoinedTree } from '../syntax/index.ts';
import type { FunctionVerification } from '../verifier/index.ts';
import type { BoundUnit } from './bind-unit.ts';
import type { FileBinder } from './file-binder.ts';
import { placeDiagnostics } from './file-diagnostics.ts';
import type { ImportedNames } from './file-names.ts';
import type { Outline } from './outline.ts';
import { Placement } from './placement.ts';
import type { Unit, UnitState } from './unit.ts';

/** A file as it was after one update: what is made of it later does not see how its binder goes on. */
export class FileSnapshot {
  readonly file: string;
  readonly tree: JoinedTree;
  readonly isMainBroken: boolean;
  readonly imports: readonly SnapshotImport[];
  readonly imported: ImportedNames;
  readonly globalsRead: ReadonlySet<string>;
  readonly hasErrors: boolean;
  /** What there is to say of it; and of this what the binder says. */
  readonly diagnostics: readonly Diagnostic[];
  readonly binderDiagnostics: readonly Diagnostic[];
  readonly #states: readonly UnitState[];
  readonly #mainPlaces: Int32Array;
  #units: readonly UnitSnapshot[] | undefined;

  constructor(binder: FileBinder) {
    const { all, ofBinder } = placeDiagnostics(binder);
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
    this.globalsRead = binder.names.globalsRead();
    this.hasErrors = binder.hasErrors();
    this.diagnostics = all;
    this.binderDiagnostics = ofBinder;
    this.#states = binder.units.map(({ state }) => state);
    this.#mainPlaces = binder.main.places;
  }

  /** In text order, main last. */
  get units(): readonly UnitSnapshot[] {
    return (this.#units ??= this.#placeUnits());
  }

  get main(): UnitSnapshot {
    return this.units[this.units.length - 1];
  }

  #placeUnits(): UnitSnapshot[] {
    const units: UnitSnapshot[] = [];
    for (const [place, { hasMain, tree }] of this.tree.sections.entries()) {
      if (!hasMain && tree.blocks.length > 1) units.push(this.#placeUnit(units.length, place));
    }
    units.push(this.#placeUnit(units.length, this.#mainPlaces));
    return units;
  }

  #placeUnit(index: number, place: number | Int32Array): UnitSnapshot {
    const { unit, outline, bound, ids, codes, verified } = this.#states[index];
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
