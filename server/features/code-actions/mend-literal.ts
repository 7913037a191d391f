import { CodeActionKind } from 'vscode-languageserver';
import { TokenKind, tokenAt, tokenText, type Analysis, type Diagnostic } from '../../../vm/index.ts';
import { replaceToken } from '../../text-edits.ts';
import type { Proposal } from './proposal.ts';

/** For a literal that is nearly one of the language: its closing quote, and the int without what ints don't begin with. */
export function mendLiteral({ module: { tree } }: Analysis, diagnostic: Diagnostic): Proposal[] {
  if (diagnostic.kind !== 'syntax') return [];
  const token = tokenAt(tree, diagnostic.span.start);
  if (token < 0 || tree.tokenKinds[token] !== TokenKind.Bad) return [];
  const text = tokenText(tree, token);
  const mended = closedString(text) ?? plainInt(text);
  if (mended === undefined) return [];
  return [
    {
      title: `Change to \`${mended}\``,
      kind: CodeActionKind.QuickFix,
      edits: [replaceToken(tree, token, mended)],
      mends: diagnostic,
      isPreferred: true,
      reveals: true,
    },
  ];
}

/** A comment that has come into a string which never ends was hardly meant to be in it. */
function closedString(text: string): string | undefined {
  const [quote] = text;
  if (quote !== '"' && quote !== "'") return undefined;
  const [inside, behind] = splitBefore(text, /[ \t]+[;#].*$|[ \t]+$/);
  return `${inside}${quote}${behind}`;
}

function splitBefore(text: string, pattern: RegExp): [before: string, behind: string] {
  const at = text.search(pattern);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)];
}

/** `+7` and `007` are 7. */
function plainInt(text: string): string | undefined {
  const [, sign, digits] = /^([+-]?)(?:0_?)*(\d[\d_]*)$/.exec(text) ?? [];
  return digits === undefined ? undefined : `${sign === '-' ? '-' : ''}${digits}`;
}
