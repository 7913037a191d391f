import type { Constant } from '../bytecode/index.ts';
import type { Span } from '../source/index.ts';
import type { ScopeParameter } from './module.ts';

/**
 * What a unit can see of its file besides itself. Whoever answers takes down what was asked: a unit has to be bound anew
 * only where an answer has become another.
 */
export interface Environment {
  /** The function or class of the top level that has a name: the first one of the file, else an imported one. */
  callable(name: string): TopLevelCallable | undefined;
  /** The same for constants, as a token of the unit sees them. */
  constant(name: string, token: number): TopLevelConstant | undefined;
  /** All these names, for suggestions: not taken down. Imported ones first, then in text order. */
  callableNames(): Iterable<string>;
  constantNames(): Iterable<string>;
}

/** A place in a whole file. */
export interface FilePlace {
  readonly file: string;
  readonly span: Span;
}

/** Where something of the top level is defined: in a unit of the file, which is `null` for an import. */
interface Origin {
  readonly unit: object | null;
  /** The file that it is imported from. */
  readonly importedFrom: string | undefined;
  /** Its symbol in that unit, or in the imported module. */
  readonly symbol: number;
}

export interface TopLevelCallable extends Origin {
  /** The place of its definition as it is now, in the whole file. */
  readonly place: () => FilePlace;
  readonly kind: 'function' | 'class';
  readonly name: string;
  /** By what number code refers to it: the same as long as there is something of this name. */
  readonly id: number;
  readonly shownName: string;
  readonly parameters: readonly ScopeParameter[];
  /** Whether calls cannot be checked against it. */
  readonly hasFaultyHeader: boolean;
}

export interface TopLevelConstant extends Origin {
  /** The same. */
  readonly place: () => FilePlace;
  readonly kind: 'constant';
  readonly name: string;
  readonly valueText: string | undefined;
  /** `undefined` where it has none. */
  readonly value: Constant | undefined;
  /** Whether it is defined behind the token that asks; where the same unit defines it, the symbol tells. */
  readonly isLater: boolean;
}

/** What is defined elsewhere, as a symbol of the unit that uses it knows it: without the unit that defines it, which may go. */
export type Outside = OutsideCallable | Omit<TopLevelConstant, keyof Origin>;
export type OutsideCallable = Omit<TopLevelCallable, keyof Origin>;
