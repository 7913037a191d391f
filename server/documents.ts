import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import {
  ProgramAnalyzer,
  TreeText,
  comparePositions,
  editTree,
  parse,
  type Analysis,
  type JoinedTree,
  type SourceProvider,
} from '../vm/index.ts';
import { positionConverter, type PositionConverter, type PositionEncoding } from './convert.ts';
import type { Files, FileText } from './files.ts';

/**
 * The texts of all files as the editor has them, and what is known of each: the only place that knows when to analyse.
 *
 * Invariants: what is open wins over the disk; an analysis is given out only if every text that it was made from is still
 * the newest; no file is analysed twice for the same texts.
 */
export class Documents {
  private readonly files: Files;
  private readonly positions: PositionConverter;
  private readonly open = new Map<string, OpenDocument>();
  private readonly onDisk = new Map<string, FileText>();
  private readonly known = new Map<string, KnownProgram>();
  private lastRevision = 0;

  constructor(files: Files, encoding: PositionEncoding) {
    this.files = files;
    this.positions = positionConverter(encoding);
  }

  openFile(uri: string, version: number, text: string): void {
    this.open.set(this.files.fileOfUri(uri), { uri, version, source: new TreeText(parse(text)) });
  }

  /** Applies edits to an open file. One that is not open is left alone: the client has broken the protocol. */
  changeFile(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void {
    const document = this.open.get(this.files.fileOfUri(uri));
    if (document === undefined) return;
    let { tree } = document.source;
    for (const change of changes) tree = this.changed(tree, change);
    document.version = version;
    document.source = new TreeText(tree);
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

  /** The version of an open file's text as the client counts; `undefined` for a file that is not open. */
  versionOf(file: string): number | undefined {
    return this.open.get(file)?.version;
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

  private entryOf(file: string): KnownProgram {
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
    const analyzer = known?.analyzer ?? new ProgramAnalyzer(file);
    const entry = { analyzer, analysis: analyzer.analyze(provider), texts, revision: ++this.lastRevision };
    this.known.set(file, entry);
    return entry;
  }

  private holds({ texts }: KnownProgram): boolean {
    for (const [file, source] of texts) {
      if (!isSameSource(this.sourceOf(file), source)) return false;
    }
    return true;
  }

  private sourceOf(file: string): FileText {
    const document = this.open.get(file);
    if (document !== undefined) return document.source;
    let text = this.onDisk.get(file);
    if (text === undefined) this.onDisk.set(file, (text = withTree(this.files.read(file))));
    return text;
  }

  private changed(tree: JoinedTree, change: TextDocumentContentChangeEvent): JoinedTree {
    if (!('range' in change)) return parse(change.text);
    const { start, end } = this.positions.toSpan(tree, change.range);
    const isReversed = comparePositions(end, start) < 0;
    return editTree(tree, {
      start: isReversed ? end : start,
      end: isReversed ? start : end,
      newText: change.text,
    });
  }
}

interface OpenDocument {
  readonly uri: string;
  version: number;
  source: TreeText;
}

interface KnownProgram {
  readonly analyzer: ProgramAnalyzer;
  readonly analysis: Analysis;
  /** Each text that the analysis was made from, or why there was none. */
  readonly texts: ReadonlyMap<string, FileText>;
  readonly revision: number;
}

/** With the tree of a text, which all programs share that have the file in them; made when the first of them asks. */
function withTree(read: FileText): FileText {
  if ('error' in read) return read;
  let tree: JoinedTree | undefined;
  return {
    ...read,
    get tree() {
      return (tree ??= parse(read.text));
    },
  };
}

/** Whether nothing has changed. Every edit makes another source; texts are compared only where a file was read anew. */
function isSameSource(a: FileText, b: FileText): boolean {
  if (a === b) return true;
  if (a instanceof TreeText && b instanceof TreeText) return a.tree === b.tree;
  return 'text' in a ? 'text' in b && a.text === b.text : 'error' in b && a.error === b.error;
}

/** Asked of all files of a workspace again and again. */
function mayImport(source: FileText): boolean {
  let known = importing.get(source);
  if (known === undefined) importing.set(source, (known = 'text' in source && /\.import/i.test(source.text)));
  return known;
}

const importing = new WeakMap<FileText, boolean>();
