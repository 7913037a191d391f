import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyze, type Analysis, type SourceProvider } from '../vm/index.ts';
import { utf16Length, type PositionEncoding } from './convert.ts';
import type { Files, FileText } from './files.ts';

/**
 * The texts of all files as the editor has them, and what is known of each: the only place that knows when to analyse.
 *
 * Invariants: what is open wins over the disk; an analysis is given out only if every text that it was made from is still
 * the newest; no file is analysed twice for the same texts.
 */
export class Documents {
  private readonly files: Files;
  private readonly encoding: PositionEncoding;
  private readonly open = new Map<string, TextDocument>();
  private readonly onDisk = new Map<string, FileText>();
  private readonly known = new Map<string, KnownAnalysis>();
  private lastRevision = 0;

  constructor(files: Files, encoding: PositionEncoding) {
    this.files = files;
    this.encoding = encoding;
  }

  openFile(uri: string, languageId: string, version: number, text: string): void {
    this.open.set(this.files.fileOfUri(uri), TextDocument.create(uri, languageId, version, text));
  }

  /** Applies edits to an open file. One that is not open is left alone: the client has broken the protocol. */
  changeFile(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void {
    const document = this.open.get(this.files.fileOfUri(uri));
    if (document === undefined) return;
    for (const change of changes) TextDocument.update(document, [this.inUnits(document, change)], version);
  }

  closeFile(uri: string): void {
    const file = this.files.fileOfUri(uri);
    this.open.delete(file);
    this.onDisk.delete(file);
    this.known.delete(file);
  }

  /** Forgets what was read from the disk: of one file, or of all. */
  forgetDisk(file?: string): void {
    if (file === undefined) this.onDisk.clear();
    else this.onDisk.delete(file);
  }

  /** The open files with their URIs and versions as the client gave them. */
  openFiles(): { file: string; uri: string; version: number }[] {
    return [...this.open].map(([file, { uri, version }]) => ({ file, uri, version }));
  }

  isOpen(file: string): boolean {
    return this.open.has(file);
  }

  uriOf(file: string): string {
    return this.open.get(file)?.uri ?? this.files.uriOfFile(file);
  }

  /** What is known of a file by its newest text. */
  analysisOf(file: string): Analysis {
    return this.entryOf(file).analysis;
  }

  /** A number that changes whenever the analysis of a file does. */
  revisionOf(file: string): number {
    return this.entryOf(file).revision;
  }

  /** The programs that may share names with others: all open files, and of `files` those that import something. */
  programsAmong(files: readonly string[]): Analysis[] {
    const importing = files.filter(file => !this.isOpen(file) && mayImport(this.sourceOf(file)));
    return [...this.open.keys(), ...importing].map(file => this.analysisOf(file));
  }

  /** Whether the last analysis of a file, if there is one, still holds. */
  isUpToDate(file: string): boolean {
    const entry = this.known.get(file);
    return entry !== undefined && this.holds(entry);
  }

  private entryOf(file: string): KnownAnalysis {
    const known = this.known.get(file);
    if (known !== undefined && this.holds(known)) return known;
    const texts = new Map<string, FileText>();
    const provider: SourceProvider = {
      read: path => {
        const source = this.sourceOf(path);
        texts.set(path, source);
        return source;
      },
      resolve: (path, fromFile) => this.files.resolve(path, fromFile),
    };
    const entry = { analysis: analyze(file, provider), texts, revision: ++this.lastRevision };
    this.known.set(file, entry);
    return entry;
  }

  private holds({ texts }: KnownAnalysis): boolean {
    for (const [file, source] of texts) {
      if (!isSameSource(this.sourceOf(file), source)) return false;
    }
    return true;
  }

  private sourceOf(file: string): FileText {
    const document = this.open.get(file);
    if (document !== undefined) return { text: document.getText() };
    let text = this.onDisk.get(file);
    if (text === undefined) this.onDisk.set(file, (text = this.files.read(file)));
    return text;
  }

  /** A change as the text counts: in UTF-16 units. */
  private inUnits(document: TextDocument, change: TextDocumentContentChangeEvent): TextDocumentContentChangeEvent {
    if (this.encoding === 'utf-16' || !('range' in change)) return change;
    const toUnits = ({ line, character }: { line: number; character: number }) => {
      const text = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
      return { line, character: utf16Length(text, character) };
    };
    return { range: { start: toUnits(change.range.start), end: toUnits(change.range.end) }, text: change.text };
  }
}

interface KnownAnalysis {
  readonly analysis: Analysis;
  /** Each text that the analysis was made from, or why there was none. */
  readonly texts: ReadonlyMap<string, FileText>;
  readonly revision: number;
}

/** Texts are compared as such: for one that has not been touched this is a comparison of two references. */
function isSameSource(a: FileText, b: FileText): boolean {
  return 'text' in a ? 'text' in b && a.text === b.text : 'error' in b && a.error === b.error;
}

function mayImport(source: FileText): boolean {
  return 'text' in source && /\.import/i.test(source.text);
}
