import { editTree, positionOfOffset, type JoinedTree } from '../syntax/index.ts';
import type { SourceText } from './analysis.ts';

/** A text by its tree: it is put together only if somebody asks for it. */
export class TreeText implements SourceText {
  readonly tree: JoinedTree;

  constructor(tree: JoinedTree) {
    this.tree = tree;
  }

  get text(): string {
    return this.tree.text;
  }
}

/** The tree of another text, made by one change of what differs; the same tree where there is none. */
export function editedTree(tree: JoinedTree, newText: string | undefined): JoinedTree {
  const { text } = tree;
  if (newText === undefined || newText === text) return tree;
  const least = Math.min(text.length, newText.length);
  let start = 0;
  while (start < least && text.charCodeAt(start) === newText.charCodeAt(start)) start++;
  let behind = 0;
  const most = least - start;
  while (behind < most && isSameFromEnd(text, newText, behind)) behind++;
  // Not between the two halves of a line end.
  if (text[start - 1] === '\r') start--;
  if (text[text.length - behind] === '\n') behind--;
  const end = text.length - behind;
  return editTree(tree, {
    start: positionOfOffset(tree, start),
    end: positionOfOffset(tree, end),
    newText: newText.slice(start, newText.length - behind),
  });
}

function isSameFromEnd(a: string, b: string, behind: number): boolean {
  return a.charCodeAt(a.length - 1 - behind) === b.charCodeAt(b.length - 1 - behind);
}
