import { dirname, join } from 'node:path';
import type { Position, Range, TextEdit } from 'vscode-languageserver';
import { positionConverter, type PositionEncoding } from '../../server/convert.ts';
import type { ClientSupport, Snapshot } from '../../server/snapshot.ts';
import { analyze, type Analysis, type SourceProvider } from '../../vm/index.ts';

/** A sign that is never legal assembly: where the cursor is, or both ends of what is meant. */
const MARK = '┆';

/** One or more files, each by its path; the first is the one that is asked about. Marks stand in it. */
export type Fixture = string | Readonly<Record<string, string>>;

export interface OpenFixture {
  readonly snapshot: Snapshot;
  /** The texts without marks. */
  readonly texts: Readonly<Record<string, string>>;
  /** The places of the marks, in text order. */
  readonly marks: readonly Position[];
  /** Every file as the root of a program of its own. */
  readonly programs: () => readonly Analysis[];
}

/** A client that can do everything. */
export const FULL_CLIENT: ClientSupport = {
  hasMarkdownHover: true,
  hasMarkdownCompletion: true,
  hasMarkdownSignatures: true,
  hasLabelOffsets: true,
  hasSnippets: true,
  hasInsertReplace: false,
  hasLocationLinks: false,
  hasNestedSymbols: true,
  hasPullDiagnostics: false,
  hasRelatedInformation: true,
  hasUnnecessaryTag: true,
  hasCodeDescriptions: true,
  commands: new Set(['bcasm.runFile', 'bcasm.debugFile', 'bcasm.showReferences']),
};

export function openFixture(
  fixture: Fixture,
  { client = {}, encoding = 'utf-16' }: { client?: Partial<ClientSupport>; encoding?: PositionEncoding } = {},
): OpenFixture {
  const files = typeof fixture === 'string' ? { '/main.bcasm': fixture } : fixture;
  const root = Object.keys(files)[0];
  const marks = marksOf(files[root]);
  const texts = Object.fromEntries(Object.entries(files).map(([file, text]) => [file, text.replaceAll(MARK, '')]));
  const provider = providerOf(texts);
  const snapshot: Snapshot = {
    analysis: analyze(root, provider),
    positions: positionConverter(encoding),
    client: { ...FULL_CLIENT, ...client },
    uriOf: file => `file://${file}`,
  };
  return { snapshot, texts, marks, programs: () => Object.keys(texts).map(file => analyze(file, provider)) };
}

export function providerOf(texts: Readonly<Record<string, string>>): SourceProvider {
  return {
    read: file => (Object.hasOwn(texts, file) ? { text: texts[file] } : { error: 'no such file' }),
    resolve: (path, fromFile) => join(dirname(fromFile), path),
  };
}

/** The text that a range covers. */
export function textIn(text: string, { start, end }: Range): string {
  return text.slice(offsetOf(text, start), offsetOf(text, end));
}

/** A text after edits that do not overlap, in any order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const inOrder = edits
    .map((edit, index) => ({ edit, index }))
    .toSorted((a, b) => {
      const { start } = a.edit.range;
      const { start: other } = b.edit.range;
      return start.line - other.line || start.character - other.character || a.index - b.index;
    });
  const parts: string[] = [];
  let end = 0;
  for (const { edit } of inOrder) {
    const from = offsetOf(text, edit.range.start);
    if (from < end) throw new Error(`edits overlap at line ${edit.range.start.line}`);
    parts.push(text.slice(end, from), edit.newText);
    end = offsetOf(text, edit.range.end);
  }
  return parts.join('') + text.slice(end);
}

function offsetOf(text: string, { line, character }: Position): number {
  let offset = 0;
  for (let left = line; left > 0; left--) offset = text.indexOf('\n', offset) + 1;
  return offset + character;
}

function marksOf(text: string): Position[] {
  const marks: Position[] = [];
  for (const [line, content] of text.split('\n').entries()) {
    for (let at = content.indexOf(MARK), before = 0; at >= 0; at = content.indexOf(MARK, at + 1), before++) {
      marks.push({ line, character: at - before });
    }
  }
  return marks;
}
