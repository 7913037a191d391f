import {
  InsertTextFormat,
  InsertTextMode,
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
  memberReference,
  BUILT_INS,
  BUILT_IN_MEMBERS,
  type BuiltInName,
} from '../../../vm/index.ts';
import { typesWithMember } from '../../built-in-members.ts';
import { docText } from '../../doc-comment.ts';
import { codeBlock, markup, paragraphs } from '../../markup.ts';
import type { ProgramName } from '../../program-names.ts';
import { callEffect } from '../../signature.ts';
import { moduleOfFile, type Snapshot } from '../../snapshot.ts';
import type { CompletionContext } from './context.ts';

/** Something that may stand at the cursor, before it is put in the protocol's words. */
export interface Candidate {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** Lower ones are shown first; in a group by name. */
  readonly group: number;
  readonly labelDetails?: CompletionItemLabelDetails;
  /** What is inserted, if not the label; with tab stops where `isSnippet`. */
  readonly newText?: string;
  readonly isSnippet?: boolean;
  /** What `resolveCompletion` shows of it. */
  readonly reference?: CompletionReference;
}

/** An entry of the reference, or a name that a file of the program defines. */
export type CompletionReference =
  | { readonly table: 'instruction' | 'directive' | 'built-in'; readonly name: string }
  | { readonly table: 'member'; readonly name: string; readonly type: string }
  | { readonly table: 'symbol'; readonly name: string; readonly file: string; readonly symbol: number };

export function symbolReference({
  module,
  symbol,
  name,
}: Pick<ProgramName, 'module' | 'symbol' | 'name'>): CompletionReference {
  return { table: 'symbol', name, file: module.file, symbol };
}

/** What goes with an item to the client and comes back when it is selected. */
type ItemData = CompletionReference & { readonly uri: string };

export function toCompletionItem(
  { analysis, positions, client, uriOf }: Snapshot,
  context: CompletionContext | undefined,
  candidate: Candidate,
): CompletionItem {
  const { label, kind, group, labelDetails, reference } = candidate;
  const newText = candidate.newText ?? label;
  const item: CompletionItem = { label, kind, sortText: `${group}${label}` };
  if (labelDetails) item.labelDetails = labelDetails;
  if (labelDetails) item.detail = [labelDetails.detail?.trim(), labelDetails.description].filter(Boolean).join('  ');
  if (reference) item.data = { ...reference, uri: uriOf(analysis.module.file) } satisfies ItemData;
  if (candidate.isSnippet === true) item.insertTextFormat = InsertTextFormat.Snippet;
  if (newText.includes('\n')) item.insertTextMode = InsertTextMode.adjustIndentation;
  if (context) {
    const replace = positions.toRange(analysis.module.tree, context.word);
    const insert = positions.toRange(analysis.module.tree, context.typed);
    item.textEdit = client.hasInsertReplace ? { newText, insert, replace } : { newText, range: replace };
  }
  return item;
}

/** Adds to an item what is shown when it is selected: its entry of the reference, or what is written above its definition. */
export function resolveCompletion(snapshot: Snapshot, item: CompletionItem): CompletionItem {
  const text = isItemData(item.data) ? referenceText(snapshot, item.data) : undefined;
  if (text === undefined || text === '') return item;
  return { ...item, documentation: markup(text, snapshot.client.hasMarkdownCompletion) };
}

/** The file that an item was offered in. */
export function uriOfCompletion({ data }: CompletionItem): string | undefined {
  return isItemData(data) ? data.uri : undefined;
}

function isItemData(data: unknown): data is ItemData {
  return (
    typeof data === 'object' &&
    data !== null &&
    'table' in data &&
    'name' in data &&
    typeof data.name === 'string' &&
    'uri' in data &&
    typeof data.uri === 'string'
  );
}

function referenceText(snapshot: Snapshot, data: CompletionReference): string | undefined {
  const { name } = data;
  switch (data.table) {
    case 'symbol': {
      // The text may have changed since: then the number means another name, or none.
      const module = moduleOfFile(snapshot.analysis, data.file);
      const isThere = module !== undefined && data.symbol < module.symbols.length;
      const { kind, name: found, definition, ownScope } = isThere ? module.symbols[data.symbol] : {};
      if (module === undefined || found !== name || definition === undefined || definition < 0) return undefined;
      const effect = kind === 'function' ? codeBlock('text', callEffect(snapshot.analysis, module, ownScope ?? 0)) : '';
      return paragraphs([effect, docText(module.tree, definition)]);
    }
    case 'instruction': {
      const instruction = instructionNamed(name);
      return instruction && instructionReference(instruction);
    }
    case 'directive': {
      const directive = directiveNamed(name);
      return directive && directiveReference(directive);
    }
    case 'member': {
      const member = typesWithMember(undefined, name).names.includes(data.type) && BUILT_IN_MEMBERS[data.type][name];
      return member ? memberReference(data.type, member) : undefined;
    }
    case 'built-in':
      return Object.hasOwn(BUILT_INS, name) ? builtInReference(name as BuiltInName) : undefined;
  }
}
