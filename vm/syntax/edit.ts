import type { Position } from '../source/index.ts';
import { JoinedTree } from './joined-tree.ts';
import { parseText } from './parser.ts';
import { isOpenEnded, splitTree, type Section } from './split.ts';
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
 * The tree of a text after one change, as if it had been parsed anew. Costs what the sections cost that the change touches; where
 * a function is without its `.end`, which may be missing anywhere behind it, what the rest of the file costs.
 */
export function editTree(tree: JoinedTree, change: TextChange): JoinedTree {
  const { sections } = tree;
  const last = sections.length - 1;
  const first = tree.sectionOfLine(change.start.line);
  let to = tree.sectionOfLine(change.end.line);
  const before = sections.at(first).tree.text.slice(0, offsetIn(tree, first, change.start));
  const changed = before + change.newText + sections.at(to).tree.text.slice(offsetIn(tree, to, change.end));
  const open = tree.firstOpenSection;
  const isOpen = open >= 0 && open <= to;
  const from = isOpen ? Math.min(first, open) : first;
  const textOf = (start: number, end: number): string =>
    sections
      .slice(start, end)
      .map(section => section.tree.text)
      .join('');
  const text = textOf(from, first) + changed + (isOpen ? textOf(to + 1, last + 1) : '');
  if (isOpen) to = last;
  const parts = [text];
  let region = parseText(text, from === 0);
  let cut = splitRegion(region, to === last);
  for (let added = 1; to < last && (isOpenEnded(region) || !endsInBlock(cut)); added *= 2) {
    const next = Math.min(last, to + added);
    for (const section of sections.slice(to + 1, next + 1)) parts.push(section.tree.text);
    to = next;
    region = parseText(parts.join(''), from === 0);
    cut = splitRegion(region, to === last);
  }
  const hasLone = hasLoneCarriageReturn(text);
  if (!tree.hasLoneCarriageReturn || hasLone) return tree.withSections(from, to + 1, cut, hasLone);
  // The only one may be gone.
  const isLeft = [...sections.slice(0, from), ...cut, ...sections.slice(to + 1)].some(({ tree: { text: each } }) =>
    hasLoneCarriageReturn(each),
  );
  return tree.withSections(from, to + 1, cut, isLeft);
}

/** The sections of a part of a text. What is behind its last line end belongs to what follows. */
function splitRegion(region: SyntaxTree, isLast: boolean): Section[] {
  const sections = splitTree(region);
  return isLast || sections.at(-1)?.tree.text !== '' ? sections : sections.slice(0, -1);
}

/** Whether what follows stays as it is: comments that are left over belong to the function below them. */
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
