import { CodeActionKind } from 'vscode-languageserver';
import { lineText, statementOfToken, tokenAt, type Analysis, type Module } from '../../../vm/index.ts';
import { deleteLines, insertLines } from '../../text-edits.ts';
import type { Proposal } from './proposal.ts';

/** Puts the imports of a file in the order of their paths, together where the first one stands, and leaves out what nothing uses. */
export function organizeImports(analysis: Analysis): Proposal[] {
  const { module } = analysis;
  const { tree } = module;
  const lines = importLines(module);
  if (lines.length === 0) return [];
  const unused = unusedImports(analysis);
  const kept = lines.filter(({ token }) => !unused.has(token)).toSorted((a, b) => comparePaths(a.path, b.path));
  const texts = [...new Set(kept.map(({ line }) => lineText(tree, line)))];
  const isInOrder =
    texts.length === lines.length && texts.every((text, index) => lineText(tree, lines[0].line + index) === text);
  if (isInOrder) return [];
  const edits = [insertLines(tree, lines[0].line, texts), ...lines.map(({ line }) => deleteLines(tree, line, line))];
  const title = 'Organise imports';
  return [{ title, kind: CodeActionKind.SourceOrganizeImports, edits, keeps: 'meaning', removes: true }];
}

interface ImportLine {
  readonly line: number;
  readonly token: number;
  readonly path: string;
}

/** The imports that can be read, in text order. */
function importLines({ tree, imports }: Module): ImportLine[] {
  return imports
    .map(({ token, path }) => ({ line: tree.statementLines[statementOfToken(tree, token)], token, path }))
    .toSorted((a, b) => a.line - b.line);
}

function unusedImports({ module, diagnostics }: Analysis): ReadonlySet<number> {
  return new Set(
    diagnostics.filter(({ kind }) => kind === 'unused-import').map(({ span }) => tokenAt(module.tree, span.start)),
  );
}

/** By code points, so that the order is the same everywhere. */
function comparePaths(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
