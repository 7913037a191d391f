import type { WorkspaceFolder } from 'vscode-languageserver';
import type { Files } from './files.ts';

/** The assembly files in the folders that the editor has open; looked for once, and again after files came or went. */
export class Workspace {
  private readonly files: Files;
  private folders: readonly string[];
  private listed: readonly string[] | undefined;

  constructor(files: Files, folders: readonly WorkspaceFolder[]) {
    this.files = files;
    this.folders = folders.map(({ uri }) => files.fileOfUri(uri));
  }

  /** Every assembly file in the folders, each once. */
  sourceFiles(): readonly string[] {
    this.listed ??= [...new Set(this.folders.flatMap(folder => this.files.list(folder)))];
    return this.listed;
  }

  foldersChanged(added: readonly WorkspaceFolder[], removed: readonly WorkspaceFolder[]): void {
    const gone = new Set(removed.map(({ uri }) => this.files.fileOfUri(uri)));
    const left = this.folders.filter(folder => !gone.has(folder));
    this.folders = [...new Set([...left, ...added.map(({ uri }) => this.files.fileOfUri(uri))])];
    this.listed = undefined;
  }

  filesCameOrWent(): void {
    this.listed = undefined;
  }
}
