import type { FunctionCode } from '../bytecode/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import type { JoinedTree } from '../syntax/index.ts';
import type { Finding, FunctionFacts } from '../verifier/index.ts';
import type { BoundUnit } from './bind-unit.ts';
import type { FileBinder } from './file-binder.ts';
import { placeDiagnostics } from './file-diagnostics.ts';
import type { ImportedNames } from './file-names.ts';
import type { Placement } from './placement.ts';
import type { Outline } from './outline.ts';
import type { Unit } from './unit.ts';

/** A file as it was after one update: what is made of it later does not see how its binder goes on. */
export interface FileSnapshot {
  readonly file: string;
  readonly tree: JoinedTree;
  /** In text order, main last. */
  readonly units: readonly UnitSnapshot[];
  readonly main: UnitSnapshot;
  readonly isMainBroken: boolean;
  readonly imports: readonly {
    readonly path: string;
    readonly file: string;
    readonly token: number;
    readonly isRead: boolean;
  }[];
  readonly imported: ImportedNames;
  readonly globalsRead: ReadonlySet<string>;
  readonly hasErrors: boolean;
  readonly all: readonly Diagnostic[];
  readonly ofBinder: readonly Diagnostic[];
}

export interface UnitSnapshot {
  /** The unit itself, for comparison only. */
  readonly unit: Unit;
  readonly outline: Outline;
  readonly bound: BoundUnit;
  readonly ids: Int32Array;
  readonly codes: readonly (FunctionCode | undefined)[];
  /** By scope. */
  readonly facts: readonly (FunctionFacts | undefined)[];
  readonly foundIn: readonly (readonly Finding[])[];
  readonly placement: Placement;
}

export function snapshotOf(binder: FileBinder): FileSnapshot {
  const { file, tree, isMainBroken, imports, imported, names } = binder;
  const units = binder.units.map((unit): UnitSnapshot => ({
    unit,
    outline: unit.outline,
    bound: unit.bound,
    ids: unit.ids,
    codes: unit.codes,
    facts: unit.facts,
    foundIn: unit.foundIn,
    placement: unit.placement,
  }));
  return {
    file,
    tree,
    units,
    main: units[units.length - 1],
    isMainBroken,
    imported,
    ...placeDiagnostics(binder),
    imports: imports.map(({ path, file: target, token, target: binderOfTarget }) => ({
      path,
      file: target,
      token,
      isRead: binderOfTarget !== null,
    })),
    globalsRead: names.globalsRead(),
    hasErrors: binder.hasErrors(),
  };
}
