import type { Constant } from '../bytecode/index.ts';
import type { FilePlace } from './environment.ts';
import type { ScopeParameter } from './module.ts';
import type { Unit } from './unit.ts';

/** A function, class or constant that an import brings in. */
export interface ImportedName {
  readonly kind: 'function' | 'class' | 'constant';
  readonly name: string;
  readonly file: string;
  readonly unit: Unit;
  readonly symbol: number;
  readonly place: () => FilePlace;
  readonly valueText: string | undefined;
  readonly value: Constant | undefined;
  /** Of functions and classes. */
  readonly id: number;
  readonly shownName: string;
  readonly parameters: readonly ScopeParameter[];
  readonly hasFaultyHeader: boolean;
  readonly methodCells: readonly number[];
}

export interface ImportedNames {
  readonly callables: ReadonlyMap<string, ImportedName>;
  readonly constants: ReadonlyMap<string, ImportedName>;
  /** Global variables that imported files read. */
  readonly globalsRead: ReadonlySet<string>;
}

export const NOTHING_IMPORTED: ImportedNames = { callables: new Map(), constants: new Map(), globalsRead: new Set() };
