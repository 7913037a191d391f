import { TokenKind, lineOfToken, lineText, tokenText, type SyntaxTree } from '../vm/index.ts';

/**
 * What the comments say of a definition, in Markdown that keeps the lines: the block of comment lines directly above its line,
 * else the comment behind it on the line. Without the comment signs; empty when there is none.
 */
export function docText(tree: SyntaxTree, token: number): string {
  const line = lineOfToken(tree, token);
  const lines: string[] = [];
  for (let above = line - 1; above >= 0 && isCommentLine(tree, above); above--) {
    lines.unshift(withoutSign(lineText(tree, above)));
  }
  const last = tree.lineTokens[line + 1] - 1;
  if (lines.length === 0 && tree.tokenKinds[last] === TokenKind.Comment) lines.push(withoutSign(tokenText(tree, last)));
  return lines.join('  \n').trim();
}

/** Whether there is a comment on a line and nothing else. */
export function isCommentLine(tree: SyntaxTree, line: number): boolean {
  const first = tree.lineTokens[line];
  return tree.lineTokens[line + 1] === first + 1 && tree.tokenKinds[first] === TokenKind.Comment;
}

function withoutSign(comment: string): string {
  return comment.trim().replace(/^[;#]+ ?/, '');
}
