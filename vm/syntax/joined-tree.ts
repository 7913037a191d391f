import { moveDiagnostic, type Diagnostic } from '../diagnostics/index.ts';
import { ChunkedList, Starts, virtualArray, wholeArray } from '../source/index.ts';
import { isEven, isOpenEnded, splitTree, type Section } from './split.ts';
import type { Block, SyntaxTree } from './tree.ts';

/**
 * A syntax tree that is made of sections: what one edit does not touch is shared with the tree before it. To be asked for one
 * place it looks into one section (`places.ts`); its columns are joined when someone asks for all of them. Immutable.
 */
export class JoinedTree implements SyntaxTree {
  readonly lineCount: number;
  readonly tokenCount: number;
  readonly statementCount: number;
  /** Whether a carriage return stands in it without a line feed: for most clients it ends a line. */
  readonly hasLoneCarriageReturn: boolean;
  /** Where this tree differs from the one that it was made of by an edit. */
  readonly edit: TreeEdit | undefined;
  /** Tells this tree from any other, without keeping it alive. */
  readonly identity: object = {};
  /** The same tree in one piece, where it was parsed so. */
  readonly flat: SyntaxTree | undefined;
  #sections: ChunkedList<Section> | undefined;
  #bases: Bases | undefined;
  #unevenSections: readonly number[] | undefined;
  #joined: Partial<Mutable<SyntaxTree>>;

  /** Either the sections or the whole, flat tree is given. */
  private constructor(
    source:
      | { readonly sections: ChunkedList<Section>; readonly bases?: Bases; readonly edit?: TreeEdit }
      | { readonly flat: SyntaxTree },
    hasLoneCarriageReturn: boolean,
  ) {
    this.hasLoneCarriageReturn = hasLoneCarriageReturn;
    if ('flat' in source) {
      this.flat = source.flat;
      this.#joined = source.flat;
      ({ lineCount: this.lineCount, tokenCount: this.tokenCount, statementCount: this.statementCount } = source.flat);
      return;
    }
    const { sections } = source;
    this.edit = source.edit;
    this.#joined = {};
    this.#sections = sections;
    const bases = source.bases ?? basesOf([...sections]);
    this.#bases = bases;
    this.lineCount = bases.lines.at(sections.length);
    this.tokenCount = bases.tokens.at(sections.length);
    this.statementCount = bases.statements.at(sections.length);
  }

  /** The tree of a text that has been parsed in one piece. */
  static ofWhole(flat: SyntaxTree, hasLoneCarriageReturn: boolean): JoinedTree {
    return new JoinedTree({ flat }, hasLoneCarriageReturn);
  }

  /** The same tree with other sections in the place of those from one index up to another. */
  withSections(from: number, to: number, replacement: readonly Section[], hasLoneCarriageReturn: boolean): JoinedTree {
    const sections = this.sections.replaced(from, to, replacement);
    // Only the last section of a file counts the line behind its line end.
    const own = basesOf(to === this.sections.length ? replacement : [...replacement, this.sections.at(to)]);
    const bases = spliceAllBases(this.bases, from, to, own, replacement.length);
    const edit = { of: this.identity, from, to, count: replacement.length };
    const tree = new JoinedTree({ sections, bases, edit }, hasLoneCarriageReturn);
    const before = this.unevenSections.filter(index => index < from);
    const behind = this.unevenSections.filter(index => index >= to);
    tree.#unevenSections = [
      ...before,
      ...unevenAmong(replacement).map(index => from + index),
      ...behind.map(index => index + replacement.length - (to - from)),
    ];
    return tree;
  }

  /** The first section in which an `.end` is missing; -1 where none is. */
  get firstOpenSection(): number {
    return this.unevenSections.find(index => isOpenEnded(this.sections.at(index).tree)) ?? -1;
  }

  /** The sections in which an `.end` is missing or one too many, in ascending order. */
  get unevenSections(): readonly number[] {
    this.#unevenSections ??= this.flat !== undefined && isEven(this.flat) ? [] : unevenAmong([...this.sections]);
    return this.#unevenSections;
  }

  /** The tree of these sections in this order. All but the last end with a line end. */
  static ofSections(sections: readonly Section[], hasLoneCarriageReturn: boolean): JoinedTree {
    return new JoinedTree({ sections: ChunkedList.of(sections) }, hasLoneCarriageReturn);
  }

  get sections(): ChunkedList<Section> {
    return (this.#sections ??= ChunkedList.of(splitTree(this.flat as SyntaxTree, true)));
  }

  /** Where each section begins, and behind them the ends. */
  get bases(): Bases {
    return (this.#bases ??= basesOf([...this.sections]));
  }

  get text(): string {
    return (this.#joined.text ??= [...this.sections].map(({ tree }) => tree.text).join(''));
  }
  get lineStarts(): Int32Array {
    return (this.#joined.lineStarts ??= this.#column('lineStarts', 'lines', 'offsets', () =>
      this.#lines('lineStarts', 'offsets'),
    ));
  }
  get lineTokens(): Int32Array {
    return (this.#joined.lineTokens ??= this.#column('lineTokens', 'lines', 'tokens', () =>
      this.#lines('lineTokens', 'tokens'),
    ));
  }
  get tokenKinds(): Uint8Array {
    return (this.#joined.tokenKinds ??= this.#column('tokenKinds', 'tokens', undefined, () =>
      this.#bytes('tokenKinds', 'tokens'),
    ));
  }
  get tokenStarts(): Int32Array {
    return (this.#joined.tokenStarts ??= this.#column('tokenStarts', 'tokens', 'offsets', () =>
      this.#numbers('tokenStarts', 'tokens', 'offsets'),
    ));
  }
  get tokenEnds(): Int32Array {
    return (this.#joined.tokenEnds ??= this.#column('tokenEnds', 'tokens', 'offsets', () =>
      this.#numbers('tokenEnds', 'tokens', 'offsets'),
    ));
  }
  get statementKinds(): Uint8Array {
    return (this.#joined.statementKinds ??= this.#column('statementKinds', 'statements', undefined, () =>
      this.#bytes('statementKinds', 'statements'),
    ));
  }
  get statementCodes(): Uint8Array {
    return (this.#joined.statementCodes ??= this.#column('statementCodes', 'statements', undefined, () =>
      this.#bytes('statementCodes', 'statements'),
    ));
  }
  get statementHeads(): Int32Array {
    return (this.#joined.statementHeads ??= this.#column('statementHeads', 'statements', 'tokens', () =>
      this.#numbers('statementHeads', 'statements', 'tokens'),
    ));
  }
  get statementEnds(): Int32Array {
    return (this.#joined.statementEnds ??= this.#column('statementEnds', 'statements', 'tokens', () =>
      this.#numbers('statementEnds', 'statements', 'tokens'),
    ));
  }
  get statementLines(): Int32Array {
    return (this.#joined.statementLines ??= this.#column('statementLines', 'statements', 'lines', () =>
      this.#numbers('statementLines', 'statements', 'lines'),
    ));
  }
  get statementFaults(): Uint8Array {
    return (this.#joined.statementFaults ??= this.#column('statementFaults', 'statements', undefined, () =>
      this.#bytes('statementFaults', 'statements'),
    ));
  }

  get blocks(): readonly Block[] {
    if (this.#joined.blocks !== undefined) return this.#joined.blocks;
    const { sections, bases } = this;
    const count = sections.length;
    const blockAt = (index: number): Block => {
      if (index === 0)
        return { kind: 'file', parent: -1, open: -1, close: this.statementCount, isClosed: true, reach: 0 };
      const section = bases.blocks.lastUpTo(index - 1, count);
      return placeBlock(sections.at(section).tree.blocks[index - bases.blocks.at(section)], bases, section);
    };
    const make = (): Block[] =>
      (this.#joined.blocks = Array.from({ length: bases.blocks.at(count) + 1 }, (_, index) => blockAt(index)));
    return (this.#joined.blocks = virtualArray<readonly Block[]>(bases.blocks.at(count) + 1, blockAt, make));
  }

  get diagnostics(): readonly Diagnostic[] {
    return (this.#joined.diagnostics ??= [...this.sections].flatMap(({ tree }, index) =>
      tree.diagnostics.map(diagnostic => moveDiagnostic(diagnostic, line => line + this.bases.lines.at(index))),
    ));
  }

  /** The section that a line is in, by binary search; lines outside of the text are in the first or the last. */
  sectionOfLine(line: number): number {
    return this.bases.lines.lastUpTo(line, this.sections.length);
  }

  sectionOfToken(token: number): number {
    return this.bases.tokens.lastUpTo(token, this.sections.length);
  }

  sectionOfStatement(statement: number): number {
    return this.bases.statements.lastUpTo(statement, this.sections.length);
  }

  /** The section that a block other than the file's own is in. */
  sectionOfBlock(block: number): number {
    return this.bases.blocks.lastUpTo(block - 1, this.sections.length);
  }

  /** The same tree without sections, as a plain object: faster to read through as a whole. */
  flatten(): SyntaxTree {
    const { text, lineCount, tokenCount, statementCount, blocks, diagnostics } = this;
    return {
      text,
      lineCount,
      lineStarts: wholeArray(this.lineStarts),
      lineTokens: wholeArray(this.lineTokens),
      tokenCount,
      tokenKinds: wholeArray(this.tokenKinds),
      tokenStarts: wholeArray(this.tokenStarts),
      tokenEnds: wholeArray(this.tokenEnds),
      statementCount,
      statementKinds: wholeArray(this.statementKinds),
      statementCodes: wholeArray(this.statementCodes),
      statementHeads: wholeArray(this.statementHeads),
      statementEnds: wholeArray(this.statementEnds),
      statementLines: wholeArray(this.statementLines),
      statementFaults: wholeArray(this.statementFaults),
      blocks,
      diagnostics,
    };
  }

  /** A column of the whole: elements are looked for in the sections, until many are asked for. */
  #column<A extends Int32Array | Uint8Array>(
    column: Column,
    index: 'lines' | 'tokens' | 'statements',
    value: 'offsets' | 'tokens' | 'lines' | undefined,
    make: () => A,
  ): A {
    const { sections, bases } = this;
    const starts = bases[index];
    const values = value === undefined ? undefined : bases[value];
    const count = sections.length;
    const length = starts.at(count) + (index === 'lines' ? 1 : 0);
    const elementAt = (at: number): number => {
      if (at === starts.at(count)) return (values as Starts).at(count);
      const section = starts.lastUpTo(at, count);
      return (
        sections.at(section).tree[column][at - starts.at(section)] + (values === undefined ? 0 : values.at(section))
      );
    };
    return virtualArray<A>(length, elementAt, () => (this.#joined[column] = make() as Int32Array & Uint8Array));
  }

  #bytes(column: 'tokenKinds' | ByteColumn, index: 'tokens' | 'statements'): Uint8Array {
    const { sections, bases } = this;
    const joined = new Uint8Array(bases[index].at(sections.length));
    for (let section = 0; section < sections.length; section++)
      joined.set(sections.at(section).tree[column], bases[index].at(section));
    return joined;
  }

  #numbers(
    column: 'tokenStarts' | 'tokenEnds' | 'statementHeads' | 'statementEnds' | 'statementLines',
    index: 'tokens' | 'statements',
    value: 'offsets' | 'tokens' | 'lines',
  ): Int32Array {
    const { sections, bases } = this;
    const joined = new Int32Array(bases[index].at(sections.length));
    for (let section = 0; section < sections.length; section++) {
      const numbers = sections.at(section).tree[column];
      const start = bases[index].at(section);
      const base = bases[value].at(section);
      for (let place = 0; place < numbers.length; place++) joined[start + place] = numbers[place] + base;
    }
    return joined;
  }

  #lines(column: 'lineStarts' | 'lineTokens', value: 'offsets' | 'tokens'): Int32Array {
    const { sections, bases } = this;
    const joined = new Int32Array(this.lineCount + 1);
    for (let section = 0; section < sections.length; section++) {
      const numbers = sections.at(section).tree[column];
      const start = bases.lines.at(section);
      const count = bases.lines.at(section + 1) - start;
      const base = bases[value].at(section);
      for (let line = 0; line < count; line++) joined[start + line] = numbers[line] + base;
    }
    joined[this.lineCount] = bases[value].at(sections.length);
    return joined;
  }
}

function unevenAmong(sections: readonly Section[]): number[] {
  const uneven: number[] = [];
  for (const [index, { tree }] of sections.entries()) if (!isEven(tree)) uneven.push(index);
  return uneven;
}

function placeBlock({ kind, parent, open, close, isClosed, reach }: Block, bases: Bases, section: number): Block {
  const base = bases.statements.at(section);
  const newParent = parent === 0 ? 0 : parent + bases.blocks.at(section);
  return { kind, parent: newParent, open: open + base, close: close + base, isClosed, reach };
}

/** The sections from one index up to another have given way to `count` others. */
export interface TreeEdit {
  /** The identity of the tree before. */
  readonly of: object;
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** How much stands in front of each section, and behind them how much there is: lines, tokens, statements, UTF-16 units, blocks. */
export interface Bases {
  readonly lines: Starts;
  readonly tokens: Starts;
  readonly statements: Starts;
  readonly offsets: Starts;
  /** The block of a tree that is block `i` of a section's is `blocks[section] + i`; the file's own is not counted. */
  readonly blocks: Starts;
}

type Column =
  | ByteColumn
  | 'lineStarts'
  | 'lineTokens'
  | 'tokenKinds'
  | 'tokenStarts'
  | 'tokenEnds'
  | 'statementHeads'
  | 'statementEnds'
  | 'statementLines';
type ByteColumn = 'statementKinds' | 'statementCodes' | 'statementFaults';
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function basesOf(sections: readonly Section[]): Bases {
  const count = sections.length;
  const lines = [0];
  const tokens = [0];
  const statements = [0];
  const offsets = [0];
  const blocks = [0];
  for (let index = 0; index < count; index++) {
    const { tree } = sections[index];
    // Of the trees in front, the empty line behind their text is the first one of the next.
    lines.push(lines[index] + tree.lineCount - (index < count - 1 ? 1 : 0));
    tokens.push(tokens[index] + tree.tokenCount);
    statements.push(statements[index] + tree.statementCount);
    offsets.push(offsets[index] + tree.text.length);
    blocks.push(blocks[index] + tree.blocks.length - 1);
  }
  return {
    lines: Starts.of(lines),
    tokens: Starts.of(tokens),
    statements: Starts.of(statements),
    offsets: Starts.of(offsets),
    blocks: Starts.of(blocks),
  };
}

/** Bases when some sections have given way to others, whose own bases are `own`. */
function spliceAllBases(bases: Bases, from: number, to: number, own: Bases, count: number): Bases {
  const splice = (before: Starts, inside: Starts): Starts => {
    const numbers: number[] = [];
    for (let index = 0; index < count; index++) numbers.push(before.at(from) + inside.at(index));
    const shift = before.at(from) + inside.at(count) - before.at(to);
    // Most edits change the length of a line and nothing else.
    const isSame =
      count === to - from && shift === 0 && numbers.every((each, index) => each === before.at(from + index));
    return isSame ? before : before.replaced(from, to, numbers, shift);
  };
  return {
    lines: splice(bases.lines, own.lines),
    tokens: splice(bases.tokens, own.tokens),
    statements: splice(bases.statements, own.statements),
    offsets: splice(bases.offsets, own.offsets),
    blocks: splice(bases.blocks, own.blocks),
  };
}
