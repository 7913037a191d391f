import { realpathSync } from 'node:fs';
import path from 'node:path';
import type { DebugProtocol } from '@vscode/debugprotocol';

/**
 * Between the client's lines and paths and the machine's: the only place where the two meet. The machine counts lines from 0
 * and names a file by its absolute path.
 */
export class ClientConventions {
  private firstLine = 1;
  private firstColumn = 1;

  /** Takes over what the client said in `initialize`. */
  adopt(args: Pick<DebugProtocol.InitializeRequestArguments, 'linesStartAt1' | 'columnsStartAt1'>): void {
    this.firstLine = args.linesStartAt1 === false ? 0 : 1;
    this.firstColumn = args.columnsStartAt1 === false ? 0 : 1;
  }

  toClientLine(line: number): number {
    return line + this.firstLine;
  }

  /** May be negative when the client counts wrongly; then no instruction is found there. */
  fromClientLine(line: number): number {
    return line - this.firstLine;
  }

  toClientColumn(column: number): number {
    return column + this.firstColumn;
  }

  fromClientColumn(column: number): number {
    return column - this.firstColumn;
  }

  toClientSource(file: string): DebugProtocol.Source {
    return { name: path.basename(file), path: file };
  }
}

/**
 * One name for each file: two spellings of a path that lead to the same file get the same. Paths that lead nowhere
 * are compared as they are written.
 */
export function canonicalPath(file: string): string {
  try {
    return realpathSync.native(file);
  } catch {
    return path.resolve(file);
  }
}

/** Whether a text is the URI of something rather than a path; `C:\x` and `C:/x` are paths. */
export function isUri(text: string): boolean {
  return /^[a-z][a-z0-9+.-]+:/i.test(text);
}
