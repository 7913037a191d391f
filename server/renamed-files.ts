import type { FileRename, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { spanOfToken, stringLiteral, tokenText, type Module } from '../vm/index.ts';
import type { PositionConverter } from './convert.ts';
import { relativePath } from './relative-path.ts';
import type { Session } from './session.ts';

/** The edits by which every import still names the file that it does when files or folders have other names. */
export function renamedFiles(session: Session, renames: readonly FileRename[]): WorkspaceEdit | null {
  const moves = renames.map(({ oldUri, newUri }) => ({ from: session.fileOf(oldUri), to: session.fileOf(newUri) }));
  const newName = (file: string): string => {
    for (const { from, to } of moves) {
      if (file === from) return to;
      if (file.startsWith(`${from}/`)) return to + file.slice(from.length);
    }
    return file;
  };
  const modules = new Map<string, Module>();
  for (const program of session.allPrograms()) for (const module of program.modules) modules.set(module.file, module);
  const changes: Record<string, TextEdit[]> = {};
  for (const module of modules.values()) {
    const edits = importEdits(module, newName, session.positions);
    if (edits.length > 0) changes[session.uriOf(module.file)] = edits;
  }
  return Object.keys(changes).length === 0 ? null : { changes };
}

/** Paths that stay right are left as they were written. */
function importEdits({ file, tree, imports }: Module, newName: (file: string) => string, positions: PositionConverter) {
  const edits: TextEdit[] = [];
  for (const each of imports) {
    const from = newName(file);
    const to = newName(each.file);
    const isAbsolute = isAbsolutePath(each.path);
    const path = isAbsolute ? to : relativePath(from, to);
    // An absolute path is right wherever the file with the import goes.
    const isRight = isAbsolute ? to === each.file : path === relativePath(file, each.file);
    if (isRight) continue;
    const quote = tokenText(tree, each.token)[0];
    const text = quote === "'" && !/['\\]/.test(path) ? `'${path}'` : stringLiteral(path);
    edits.push({ range: positions.toRange(tree, spanOfToken(tree, each.token)), newText: text });
  }
  return edits;
}

function isAbsolutePath(path: string): boolean {
  return path.startsWith('/') || /^[A-Za-z]:/.test(path);
}
