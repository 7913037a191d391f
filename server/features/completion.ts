import type { CompletionItem, CompletionList, Position } from 'vscode-languageserver';
import { sliceText, type Module } from '../../vm/index.ts';
import type { Snapshot } from '../snapshot.ts';
import { completionContext, type CompletionContext } from './completion/context.ts';
import { toCompletionItem, type Candidate } from './completion/item.ts';
import { NameLimit } from './completion/name-limit.ts';
import { operandCandidates } from './completion/operands.ts';
import { pathCandidates } from './completion/paths.ts';
import { statementCandidates } from './completion/statements.ts';

/** What makes an editor ask without being told to. */
export const TRIGGER_CHARACTERS = ['.', ' ', '"'];

export interface CompletionRequest {
  readonly position: Position;
  /** The character whose typing made the editor ask. */
  readonly trigger?: string;
  /** The files that an import might name. */
  readonly files: () => readonly string[];
}

/** What may stand at a position, the likeliest first; nothing in comments and in strings other than import paths. */
export function completion(snapshot: Snapshot, { position, trigger, files }: CompletionRequest): CompletionList {
  const { module } = snapshot.analysis;
  const context = completionContext(module, snapshot.positions.toPlace(module.tree, position));
  if (context === undefined) return { isIncomplete: false, items: [] };
  const limit = new NameLimit(typedText(module, context));
  const candidates = candidatesOf(snapshot, context, { trigger, files, limit });
  const items = candidates.map((candidate): CompletionItem => toCompletionItem(snapshot, context, candidate));
  return { isIncomplete: limit.hasLeftOut, items };
}

function typedText({ tree }: Module, { typed }: CompletionContext): string {
  const start = tree.lineStarts[typed.start.line];
  return sliceText(tree, start + typed.start.column, start + typed.end.column);
}

function candidatesOf(
  snapshot: Snapshot,
  context: CompletionContext,
  { trigger, files, limit }: Pick<CompletionRequest, 'trigger' | 'files'> & { readonly limit: NameLimit },
): readonly Candidate[] {
  switch (context.kind) {
    case 'statement':
      // A blank is how one indents, not a question.
      return trigger === ' ' ? [] : statementCandidates(snapshot, context);
    case 'path':
      return pathCandidates(snapshot.analysis.module.file, files(), context.written);
    default:
      return trigger === '"' ? [] : operandCandidates(snapshot, context, limit);
  }
}
