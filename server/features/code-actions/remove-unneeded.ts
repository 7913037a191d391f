import { CodeActionKind } from 'vscode-languageserver';
import {
  Op,
  Role,
  linesOfBlock,
  statementOfToken,
  tokenAt,
  tokenText,
  type Analysis,
  type Diagnostic,
  type Module,
} from '../../../vm/index.ts';
import { isCommentLine } from '../../doc-comment.ts';
import { occurrencesIn, programName } from '../../program-names.ts';
import { deleteLines, replaceToken, type OffsetEdit } from '../../text-edits.ts';
import { placeOfToken } from '../../value-flow.ts';
import type { Proposal } from './proposal.ts';

/** What nothing uses, what is never reached and what ends or removes nothing: taken out of the text, or where it is meant to stay, named so. */
export function removeUnneeded(analysis: Analysis, diagnostic: Diagnostic): Proposal[] {
  const { module } = analysis;
  const { tree } = module;
  const token = tokenAt(tree, diagnostic.span.start);
  if (token < 0) return [];
  const propose = (title: string, edits: readonly OffsetEdit[], isPreferred = true): Proposal => ({
    title,
    kind: CodeActionKind.QuickFix,
    edits,
    mends: diagnostic,
    isPreferred,
    removes: true,
  });
  const name = tokenText(tree, token);
  switch (diagnostic.kind) {
    case 'unreachable-code':
      return [propose('Remove code that is never reached', removeRegion(module, diagnostic))];
    case 'unused-label':
      return [propose(`Remove label \`${name}\``, [removeLabel(module, token)])];
    case 'unused-function': {
      const { ownScope } = module.symbols[module.tokenSymbols[token]];
      return [propose(`Remove function \`${name}\``, [removeBlock(module, ownScope)])];
    }
    case 'unused-constant':
    case 'unused-import':
      return [propose(`Remove ${name}`, [removeStatement(module, token)])];
    case 'misplaced':
      return name.toLowerCase() === '.end' ? [propose('Remove `.end`', [removeStatement(module, token)])] : [];
    case 'pop-try-without-setup':
      return [propose('Remove `POP_TRY`', [removeStatement(module, token)])];
    case 'unused-variable':
      return [
        propose(`Drop what is stored in \`${name}\``, dropStores(module, token)),
        propose(`Rename to \`_${name}\``, renameAll(module, token, `_${name}`), false),
      ];
    default:
      return [];
  }
}

/** Whole lines where nothing else stands on them: labels stay, for what jumps there is not reached either. */
function removeRegion(module: Module, { span }: Diagnostic): OffsetEdit[] {
  const { tree } = module;
  const edits: OffsetEdit[] = [];
  for (let line = span.start.line; line <= span.end.line; line++) {
    const first = tree.lineTokens[line];
    if (first === tree.lineTokens[line + 1]) continue;
    const place = placeOfToken(module, codeToken(module, line));
    if (place === undefined) continue;
    const head = tree.statementHeads[place.statement];
    if (head === first) edits.push(deleteLines(tree, line, line));
    else
      edits.push({
        start: tree.tokenEnds[head - 1] + 1,
        end: tree.tokenEnds[tree.statementEnds[place.statement] - 1],
        newText: '',
      });
  }
  return edits;
}

/** The mnemonic of a line: the first token that is no label. */
function codeToken({ tree, tokenRoles }: Module, line: number): number {
  let token = tree.lineTokens[line];
  while (token < tree.lineTokens[line + 1] - 1 && tokenRoles[token] === Role.Definition) token++;
  return token;
}

/** A label with its colon and the blanks behind it; the whole line where it stands alone. */
function removeLabel({ tree }: Module, token: number): OffsetEdit {
  const line = tree.statementLines[statementOfToken(tree, token)];
  if (tree.lineTokens[line + 1] - tree.lineTokens[line] === 1) return deleteLines(tree, line, line);
  const isFirst = tree.lineTokens[line] === token;
  const start = tree.tokenStarts[token];
  const colonEnd = tree.tokenEnds[token] + 1;
  const blanks = /^[ \t]*/.exec(tree.text.slice(colonEnd))?.[0].length ?? 0;
  // What follows stays in its column.
  if (isFirst) return { start, end: colonEnd, newText: ' '.repeat(colonEnd - start) };
  return { start, end: colonEnd + blanks, newText: '' };
}

/** A function with the comment above it. */
function removeBlock({ tree }: Module, scope: number): OffsetEdit {
  const { from, to } = linesOfBlock(tree, scope);
  let first = from;
  while (first > 0 && isCommentLine(tree, first - 1)) first--;
  const isBehindBlank = first > 0 && tree.lineTokens[first - 1] === tree.lineTokens[first];
  const isBeforeBlank = to + 1 < tree.lineCount && tree.lineTokens[to + 1] === tree.lineTokens[to + 2];
  return deleteLines(tree, first, isBehindBlank && isBeforeBlank ? to + 1 : to);
}

function removeStatement({ tree }: Module, token: number): OffsetEdit {
  const line = tree.statementLines[statementOfToken(tree, token)];
  return deleteLines(tree, line, line);
}

/** Each store becomes a `POP_TOP`: the value is made all the same, for what making it does. */
function dropStores(module: Module, token: number): OffsetEdit[] {
  const { tree } = module;
  return occurrencesIn(module, programName(module, module.tokenSymbols[token])).flatMap(({ token: at, role }) => {
    const place = role === Role.Write ? placeOfToken(module, at) : undefined;
    if (place === undefined || !STORES.has(place.instruction.code)) return [];
    const head = tree.statementHeads[place.statement];
    return [{ start: tree.tokenStarts[head], end: tree.tokenEnds[at], newText: 'POP_TOP' }];
  });
}

const STORES: ReadonlySet<number> = new Set([Op.STORE_VAR, Op.STORE_GLOBAL]);

function renameAll(module: Module, token: number, newName: string): OffsetEdit[] {
  return occurrencesIn(module, programName(module, module.tokenSymbols[token])).map(each =>
    replaceToken(module.tree, each.token, newName),
  );
}
