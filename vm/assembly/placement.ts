import { moveSpan, type Span } from '../source/index.ts';
import { sectionAt, type JoinedTree, type SyntaxTree } from '../syntax/index.ts';

/** Where a unit stands in its file: turns its own lines, tokens, statements and scopes into those of the file. Immutable. */
export class Placement {
  readonly file: JoinedTree;
  /** The index in the file of its only section; -1 for main, which may have many. */
  readonly place: number;
  readonly places: Int32Array;
  private readonly tree: SyntaxTree;
  /** The tree of a unit of more than one section. */
  readonly joined: JoinedTree | undefined;

  constructor(file: JoinedTree, place: number | Int32Array, tree: SyntaxTree, joined: JoinedTree | undefined) {
    this.file = file;
    this.place = typeof place === 'number' ? place : -1;
    this.places = typeof place === 'number' ? NOWHERE : place;
    this.tree = tree;
    this.joined = joined;
  }

  span(span: Span): Span {
    return moveSpan(span, line => this.line(line));
  }

  line(line: number): number {
    const { bases, lineCount, sections } = this.file;
    if (this.place >= 0) return bases.lines[this.place] + line;
    if (this.joined === undefined) return lineCount - 1;
    const section = this.joined.sectionOfLine(line);
    // Behind the last statements of main is the end of the file.
    const isBehind = line === this.tree.lineCount - 1 && this.places[section] < sections.length - 1;
    return isBehind ? lineCount - 1 : bases.lines[this.places[section]] + line - this.joined.bases.lines[section];
  }

  token(token: number): number {
    return this.moved('tokens', token);
  }

  statement(statement: number): number {
    return this.moved('statements', statement);
  }

  /** Main is always the first scope of the file. */
  scope(scope: number): number {
    return scope <= 0 ? scope : this.moved('blocks', scope - 1) + 1;
  }

  /** The scope of the unit that a scope of the file is; the other way round. */
  ownScope(scope: number): number {
    if (scope <= 0) return scope;
    if (this.joined === undefined) return this.place < 0 ? -1 : scope - this.file.bases.blocks[this.place];
    const section = this.places.indexOf(sectionAt(this.file.bases.blocks, this.file.sections.length, scope - 1));
    return scope - this.file.bases.blocks[this.places[section]] + this.joined.bases.blocks[section];
  }

  private moved(what: 'tokens' | 'statements' | 'blocks', index: number): number {
    const bases = this.file.bases[what];
    if (this.joined === undefined) return bases[this.place] + index;
    const own = this.joined.bases[what];
    const section = sectionAt(own, this.places.length, index);
    return bases[this.places[section]] + index - own[section];
  }
}

const NOWHERE = new Int32Array(0);
