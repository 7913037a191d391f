import type { Position } from '../source/index.ts';
import { JoinedTree } from './joined-tree.ts';
import { MOST_SEEN } from './missing-ends.ts';
import { LOOK_AHEAD, hasDeepEnd, needsMoreText } from './pair-ends.ts';
import { parseText } from './parser.ts';
import { isEven, isOpenEnded, splitTree, type Section } from './split.ts';
import type { SyntaxTree } from './tree.ts';

/** A stretch of text that gives way to another; places as the text has them, the end exclusive. */
export interface TextChange {
  readonly start: Position;
  readonly end: Position;
  readonly newText: string;
}

/** Reads a file: see `parseText`. */
export function parse(text: string): JoinedTree {
  return JoinedTree.ofWhole(parseText(text), hasLoneCarriageReturn(text));
}

/**
 * The tree of a text after one change, as if it had been parsed anew. Costs what the sections cost that the change touches; where an
 * `.end` is missing nearby, also those around in which it may be.
 */
export function editTree(tree: JoinedTree, change: TextChange): JoinedTree {
  const { sections } = tree;
  const last = sections.length - 1;
  const first = tree.sectionOfLine(change.start.line);
  const touched = tree.sectionOfLine(change.end.line);
  const before = sections.at(first).tree.text.slice(0, offsetIn(tree, first, change.start));
  const changed = before + change.newText + sections.at(touched).tree.text.slice(offsetIn(tree, touched, change.end));
  const open = tree.firstOpenSection;
  const lastUneven = tree.unevenSections.at(-1) ?? -1;
  const isBehindOpen = open >= 0 && open <= touched;
  const stretch = (from: number): Stretch => {
    const text = textOf(sections, from, first) + changed;
    let to = touched;
    const parts = [text];
    let region = parseText(text, from === 0);
    let cut = splitRegion(region, to === last);
    const isDone = (): boolean => {
      if (to === last) return true;
      if (!endsInBlock(cut) || needsMoreText(region)) return false;
      const wasOpen = open >= from && open <= to;
      if (!wasOpen && !isOpenEnded(region)) return true;
      return isSettled(region) && lastUneven <= to;
    };
    for (let added = 1; !isDone(); added *= 2) {
      const next = Math.min(last, to + added);
      parts.push(textOf(sections, to + 1, next + 1));
      to = next;
      region = parseText(parts.join(''), from === 0);
      cut = splitRegion(region, to === last);
    }
    return { from, to, cut, region };
  };
  const above = firstWithDeepEnd(sections, first);
  let edited = stretch(isBehindOpen && !isFarBehindOpen(sections, above) ? Math.min(above, open) : above);
  // An `.end` more or less concerns what is open above, too.
  if (isBehindOpen && edited.from > open && !(isEven(edited.region) && areEven(sections.slice(first, touched + 1))))
    edited = stretch(open);
  const { from, to, cut } = withoutSame(sections, edited);
  const hasLone = hasLoneCarriageReturn(changed);
  if (!tree.hasLoneCarriageReturn || hasLone) return tree.withSections(from, to + 1, cut, hasLone);
  // The only one may be gone.
  const isLeft = [...sections.slice(0, from), ...cut, ...sections.slice(to + 1)].some(({ tree: { text: each } }) =>
    hasLoneCarriageReturn(each),
  );
  return tree.withSections(from, to + 1, cut, isLeft);
}

/** Sections that have been parsed anew, and what they are now. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly cut: readonly Section[];
  readonly region: SyntaxTree;
}

/** A stretch without the sections at its start and its end that are what they were: those stay the same objects. */
function withoutSame(sections: JoinedTree['sections'], { from, to, cut }: Stretch): Omit<Stretch, 'region'> {
  let first = 0;
  let end = cut.length;
  let last = to;
  while (end - first > 1 && last > from && isSame(sections.at(last), cut[end - 1])) {
    last--;
    end--;
  }
  while (end - first > 1 && last > from + first && isSame(sections.at(from + first), cut[first])) first++;
  return { from: from + first, to: last, cut: cut.slice(first, end) };
}

/** Whether two sections have the same tree: the same text, in which nothing is said of what stands around. */
function isSame(old: Section, { tree, hasMain }: Section): boolean {
  if (old.hasMain !== hasMain || old.tree.lineCount !== tree.lineCount || old.tree.text !== tree.text) return false;
  return isEven(old.tree) && isEven(tree);
}

function textOf(sections: JoinedTree['sections'], start: number, end: number): string {
  return sections
    .slice(start, end)
    .map(section => section.tree.text)
    .join('');
}

function areEven(sections: readonly Section[]): boolean {
  return sections.every(({ tree }) => isEven(tree));
}

/** Whether a section has no say in where a block above it ends. */
function isFarBehindOpen(sections: JoinedTree['sections'], first: number): boolean {
  let statements = 0;
  for (let index = first - 1; index >= 0 && statements < MOST_SEEN; index--) {
    const { tree } = sections.at(index);
    statements += tree.statementCount;
    if (tree.blocks.some(({ open, reach }) => open + reach > statements)) return false;
  }
  return true;
}

/** The first section above another one, or that itself, in which the text there may have a say in where a block ends. */
function firstWithDeepEnd(sections: JoinedTree['sections'], section: number): number {
  let found = section;
  let statements = 0;
  for (let index = section - 1; index >= 0 && statements < LOOK_AHEAD; index--) {
    const { tree } = sections.at(index);
    if (hasDeepEnd(tree)) found = index;
    statements += tree.statementCount;
  }
  return found;
}

/** Whether nothing that stands behind a stretch has a say in where its blocks end, if all is even there. */
function isSettled({ blocks, statementCount }: SyntaxTree): boolean {
  return blocks.every(
    ({ isClosed, open, close, reach }) => isClosed || (close < statementCount && open + reach <= statementCount),
  );
}

/** The sections of a part of a text. What is behind its last line end belongs to what follows. */
function splitRegion(region: SyntaxTree, isLast: boolean): Section[] {
  const sections = splitTree(region, isLast);
  return isLast || sections.at(-1)?.tree.text !== '' ? sections : sections.slice(0, -1);
}

/** Whether what follows stays as it is: what is left over, such as comments, belongs to the function below. */
function endsInBlock(sections: readonly Section[]): boolean {
  const last = sections.at(-1);
  return last !== undefined && (last.hasMain || last.tree.blocks.length > 1);
}

/** The offset of a place in the text of a section; columns behind the end of the line are moved there. */
function offsetIn({ sections, bases, lineCount }: JoinedTree, section: number, place: Position): number {
  const { text, lineStarts } = sections.at(section).tree;
  if (place.line >= lineCount) return text.length;
  const line = place.line - bases.lines.at(section);
  let end = lineStarts[line + 1];
  if (end > lineStarts[line] && text[end - 1] === '\n')
    end -= text[end - 2] === '\r' && end - 1 > lineStarts[line] ? 2 : 1;
  return Math.min(lineStarts[line] + place.column, end);
}

function hasLoneCarriageReturn(text: string): boolean {
  return text.includes('\r') && /\r(?!\n)/.test(text);
}
