import {
  InsertTextFormat,
  type CompletionItem,
  type CompletionItemKind,
  type CompletionItemLabelDetails,
} from 'vscode-languageserver';
import {
  builtInReference,
  directiveNamed,
  directiveReference,
  instructionNamed,
  instructionReference,
  BUILT_INS,
  type BuiltInName,
} from '../../../vm/index.ts';
import { markup } from '../../markup.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { CompletionContext } from './context.ts';

/** Something that may stand at the cursor, before it is put in the protocol's words. */
export interface Candidate {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** Lower ones are shown first; in a group by name. */
  readonly group: number;
  readonly labelDetails?: CompletionItemLabelDetails;
  readonly documentation?: string;
  /** What is inserted, if not the label; with tab stops where `isSnippet`. */
  readonly newText?: string;
  readonly isSnippet?: boolean;
  /** The entry of the reference that `resolveCompletion` shows. */
  readonly reference?: CompletionReference;
}

export interface CompletionReference {
  readonly table: 'instruction' | 'directive' | 'built-in';
  readonly name: string;
}

export function toCompletionItem(
  { analysis, positions, client }: Snapshot,
  context: CompletionContext | undefined,
  candidate: Candidate,
): CompletionItem {
  const { label, kind, group, labelDetails, documentation, reference } = candidate;
  const newText = candidate.newText ?? label;
  const item: CompletionItem = { label, kind, sortText: `${group}${label}` };
  if (labelDetails) item.labelDetails = labelDetails;
  if (labelDetails) item.detail = [labelDetails.detail?.trim(), labelDetails.description].filter(Boolean).join('  ');
  if (documentation) item.documentation = markup(documentation, client.hasMarkdownCompletion);
  if (reference) item.data = reference;
  if (candidate.isSnippet === true) item.insertTextFormat = InsertTextFormat.Snippet;
  if (context) {
    const replace = positions.toRange(analysis.module.tree, context.word);
    const insert = positions.toRange(analysis.module.tree, context.typed);
    item.textEdit = client.hasInsertReplace ? { newText, insert, replace } : { newText, range: replace };
  }
  return item;
}

/** Adds to an item what is shown when it is selected: its entry of the reference. */
export function resolveCompletion(item: CompletionItem, isMarkdown: boolean): CompletionItem {
  const text = isReference(item.data) ? referenceText(item.data) : undefined;
  return text === undefined ? item : { ...item, documentation: markup(text, isMarkdown) };
}

function isReference(data: unknown): data is CompletionReference {
  return (
    typeof data === 'object' && data !== null && 'table' in data && 'name' in data && typeof data.name === 'string'
  );
}

function referenceText({ table, name }: CompletionReference): string | undefined {
  switch (table) {
    case 'instruction': {
      const instruction = instructionNamed(name);
      return instruction && instructionReference(instruction);
    }
    case 'directive': {
      const directive = directiveNamed(name);
      return directive && directiveReference(directive);
    }
    case 'built-in':
      return Object.hasOwn(BUILT_INS, name) ? builtInReference(name as BuiltInName) : undefined;
  }
}
