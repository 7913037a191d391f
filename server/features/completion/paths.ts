import { CompletionItemKind } from 'vscode-languageserver';
import { relativePath } from '../../relative-path.ts';
import type { Candidate } from './item.ts';

/** The files that an import of `fromFile` may name, by their paths from its folder; hidden ones only when asked for. */
export function pathCandidates(fromFile: string, files: readonly string[], written: string): Candidate[] {
  return files
    .filter(file => file !== fromFile)
    .map(file => relativePath(fromFile, file))
    .filter(path => written.startsWith('.') || !path.startsWith('../../'))
    .map(path => ({ label: path, kind: CompletionItemKind.File, group: path.split('/').length }));
}
