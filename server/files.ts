import type { SourceProvider } from '../vm/index.ts';
import type { Arrivals } from './arrivals.ts';

/**
 * Files as the server sees them: the outside world, passed in by `main.ts`. A file is named by its absolute path, or, where
 * it has none (`untitled:Untitled-1`), by its whole URI; equal files have equal names.
 */
export interface Files {
  fileOfUri(uri: string): string;
  uriOfFile(file: string): string;
  /** The file that a path written in `fromFile` means. */
  resolve(path: string, fromFile: string): string;
  /** The text without its byte order mark (`SourceProvider` says more), or why it cannot be read, as a phrase. */
  read(file: string): FileText;
  /** All assembly files in a folder and the folders in it. */
  list(folder: string): string[];
  /** The URI of the folder with the pages of the documentation, with a `/` at its end, where they are at hand. */
  readonly documentation?: string;
  /** Where files take their time: those that were asked for, and are missing until they come. */
  readonly arrivals?: Arrivals;
  /** A file is no longer as it was read, or has come or gone. Only for who keeps what was read. */
  forget?(file: string): void;
}

export type FileText = ReturnType<SourceProvider['read']>;
