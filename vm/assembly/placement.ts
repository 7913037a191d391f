import { moveSpan, type Span } from '../source/index.ts';
import { type JoinedTree, type SyntaxTree } from '../syntax/index.ts';

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
    if (this.place >= 0) return bases.lines.at(this.place) + line;
    if (this.joined === undefined) return lineCount - 1;
    const section = this.joined.sectionOfLine(line);
    // Behind the last statements of main is the end of the file.
    const isBehind = line === this.tree.lineCount - 1 && this.places[section] < sections.length - 1;
    return isBehind ? lineCount - 1 : bases.lines.at(this.places[section]) + line - this.joined.bases.lines.at(section);
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

  /** What a token, statement or block of the file, which is in some section of the unit, is in the unit. */
  own(what: 'tokens' | 'statements' | 'blocks', section: number, index: number): number {
    const inSection = index - this.file.bases[what].at(section);
    if (this.joined === undefined) return inSection;
    return inSection + this.joined.bases[what].at(placeAmong(this.places, section));
  }

  /** Calls `visit` for each stretch that stands in one piece in the file: from one index to another, and where it starts. */
  forEachRun(
    what: 'tokens' | 'statements',
    length: number,
    visit: (from: number, to: number, place: number) => void,
  ): void {
    if (this.joined === undefined) {
      if (this.place >= 0) visit(0, length, this.file.bases[what].at(this.place));
      return;
    }
    const own = this.joined.bases[what];
    for (const [section, place] of this.places.entries())
      visit(own.at(section), own.at(section + 1), this.file.bases[what].at(place));
  }

  private moved(what: 'tokens' | 'statements' | 'blocks', index: number): number {
    const bases = this.file.bases[what];
    if (this.joined === undefined) return bases.at(this.place) + index;
    const own = this.joined.bases[what];
    const section = own.lastUpTo(index, this.places.length);
    return bases.at(this.places[section]) + index - own.at(section);
  }
}

/** The index of a number in ascending ones that hold it. */
function placeAmong(places: Int32Array, wanted: number): number {
  let low = 0;
  let high = places.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

const NOWHERE = new Int32Array(0);
