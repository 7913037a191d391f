import type { FunctionIndex, Program } from '../bytecode/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import type { Verification } from '../verifier/index.ts';
import type { JoinedTree } from '../syntax/index.ts';
import type { Module } from './module.ts';

/** The text of a file. */
export interface SourceText {
  readonly text: string;
  readonly malformedLines?: readonly number[];
  readonly tree?: JoinedTree;
}

/** Where source text comes from: the outside world, as the assembler sees it. */
export interface SourceProvider {
  /**
   * The text of a file, or why it cannot be read, as a phrase (`no such file`). Bytes that are no UTF-8 are U+FFFD in the
   * text, and the 0-based lines that hold any are listed: they are an error there, which a U+FFFD in good text is not.
   * Who has the text's tree already can give it along.
   */
  read(file: string): SourceText | { readonly error: string };
  /** The file that `path` means in an `.import` of `fromFile`; equal files must get equal names. */
  resolve(path: string, fromFile: string): string;
}

/** Everything that is known of a file and what it imports. Never throws on bad input; there is always an analysis. */
export interface Analysis {
  /** The file itself, and it with its imports, each once, itself first. */
  readonly module: Module;
  readonly modules: readonly Module[];
  /** Present when no module has an assembly error; the only thing that may be run. */
  readonly program: Program | null;
  /** Facts of every function that is not broken, also where others are. */
  readonly verification: Verification;
  /** All diagnostics of the file itself, in text order. */
  readonly diagnostics: readonly Diagnostic[];
  /** The function that a scope of the file was assembled to; -1 for a class. */
  functionOfScope(module: Module, scope: number): FunctionIndex;
  /**
   * The analysis as it would be if a file of it had another text. Costs what the change costs, not what the file does; this
   * analysis stays as it is.
   */
  edited(texts: ReadonlyMap<string, string>): Analysis;
  /** The scope that a function was assembled from. */
  scopeOfFunction(index: FunctionIndex): { readonly module: Module; readonly scope: number };
}
