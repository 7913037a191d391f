import type { Analysis, Diagnostic, Module } from '../vm/index.ts';
import type { PositionConverter } from './convert.ts';
import type { Severities } from './settings.ts';

/** What a request sees: one file with its imports as they are now, and how to speak of it to this client. Immutable. */
export interface Snapshot {
  readonly analysis: Analysis;
  readonly positions: PositionConverter;
  readonly client: ClientSupport;
  /** The URI of a file; as the client spells it where the client has it open. */
  uriOf(file: string): string;
  /** The URI of the folder with the pages of the documentation, with a `/` at its end; `undefined` where there is none. */
  readonly documentation?: string;
  /** How findings are to be shown; as the catalogue says where nothing is set. */
  readonly severities?: Severities;
  /** The findings that are not so where other files import this one. */
  refuted?(): ReadonlySet<Diagnostic>;
}

/** What the client can do, as far as answers depend on it. */
export interface ClientSupport {
  readonly hasMarkdownHover: boolean;
  readonly hasMarkdownCompletion: boolean;
  readonly hasMarkdownSignatures: boolean;
  /** Whether parameters may be told by their places in a signature. */
  readonly hasLabelOffsets: boolean;
  readonly hasSnippets: boolean;
  readonly hasInsertReplace: boolean;
  readonly hasLocationLinks: boolean;
  readonly hasNestedSymbols: boolean;
  readonly hasPullDiagnostics: boolean;
  /** What a diagnostic may have beside its message. */
  readonly hasRelatedInformation: boolean;
  readonly hasUnnecessaryTag: boolean;
  readonly hasCodeDescriptions: boolean;
  /** The commands that the editor runs when asked to: those of lenses and hints. */
  readonly commands: ReadonlySet<string>;
}

/** The module of a file among those that an analysis has read. */
export function moduleOfFile(analysis: Analysis, file: string): Module | undefined {
  return analysis.modules.find(module => module.file === file);
}
