import {
  DIRECTIVE_NAMES,
  StatementKind,
  TokenKind,
  blockOfLine,
  instructionOf,
  lineSpan,
  lineText,
  sliceText,
  statementsOfLine,
  tokenText,
  type DirectiveName,
  type Instruction,
  type Module,
  type Position,
  type Span,
} from '../../../vm/index.ts';

/** What kind of thing is being typed at a place, and the word that it is to replace. */
export type CompletionContext =
  | (Place & { readonly kind: 'statement' })
  | (Place & OperandPlace & { readonly kind: 'operand'; readonly instruction: Instruction })
  | (Place & OperandPlace & { readonly kind: 'directive-operand'; readonly directive: DirectiveName })
  | (Place & { readonly kind: 'path'; readonly written: string });

interface Place {
  /** The scope that the line is in. */
  readonly scope: number;
  readonly line: number;
  /** The word that the cursor is in or behind, as far as it stands before the cursor, and all of it. */
  readonly typed: Span;
  readonly word: Span;
}

interface OperandPlace {
  readonly statement: number;
  /** How many operands stand before it. */
  readonly index: number;
  /** Whether operands stand behind it. */
  readonly hasMore: boolean;
}

/** `undefined` where nothing can be completed: in a comment, in a string, behind a mistake. */
export function completionContext(module: Module, place: Position): CompletionContext | undefined {
  const { tree } = module;
  const enclosing = enclosingToken(module, place);
  if (enclosing >= 0) return pathContext(module, place, enclosing);
  const text = lineText(tree, place.line);
  const start = place.column - (/\.?[\p{ID_Continue}]*$/u.exec(text.slice(0, place.column))?.[0].length ?? 0);
  const end = place.column + (/^[\p{ID_Continue}]*/u.exec(text.slice(place.column))?.[0].length ?? 0);
  const common = {
    scope: blockOfLine(tree, place.line),
    line: place.line,
    typed: lineSpan(place.line, start, place.column),
    word: lineSpan(place.line, start, end),
  };
  const statement = statementBefore(module, place.line, start);
  return statement < 0
    ? { kind: 'statement', ...common }
    : operandContext(module, statement, common, tree.lineStarts[place.line] + start);
}

function operandContext(module: Module, statement: number, common: Place, wordStart: number) {
  const { tree } = module;
  const head = tree.statementHeads[statement];
  let index = 0;
  let hasMore = false;
  for (let token = head + 1; token < tree.statementEnds[statement]; token++) {
    if (tree.tokenEnds[token] <= wordStart) index++;
    else if (tree.tokenStarts[token] > wordStart) hasMore = true;
  }
  const operands = { ...common, statement, index, hasMore };
  const code = tree.statementCodes[statement];
  if (tree.statementKinds[statement] === StatementKind.Directive)
    return { kind: 'directive-operand' as const, directive: DIRECTIVE_NAMES[code], ...operands };
  const instruction = tree.statementKinds[statement] === StatementKind.Instruction ? instructionOf(code) : undefined;
  return instruction && { kind: 'operand' as const, instruction, ...operands };
}

/** The instruction or directive whose operand a word at `column` is; -1 when the word is at the head itself. */
function statementBefore({ tree }: Module, line: number, column: number): number {
  const { from, to } = statementsOfLine(tree, line);
  for (let statement = from; statement < to; statement++) {
    if (tree.statementKinds[statement] === StatementKind.Label) continue;
    return tree.tokenEnds[tree.statementHeads[statement]] <= tree.lineStarts[line] + column ? statement : -1;
  }
  return -1;
}

/** The comment or string that a place is inside of; -1 when there is none. */
function enclosingToken({ tree }: Module, { line, column }: Position): number {
  const offset = tree.lineStarts[line] + column;
  for (let token = tree.lineTokens[line]; token < tree.lineTokens[line + 1]; token++) {
    if (tree.tokenStarts[token] >= offset || tree.tokenEnds[token] < offset) continue;
    const isComment = tree.tokenKinds[token] === TokenKind.Comment;
    const quote = sliceText(tree, tree.tokenStarts[token], tree.tokenStarts[token] + 1);
    if (isComment) return token;
    if (quote !== '"' && quote !== "'") continue;
    if (offset < tree.tokenEnds[token] || !isClosed(tokenText(tree, token))) return token;
  }
  return -1;
}

function isClosed(string: string): boolean {
  return /^(["'])(?:\\.|(?!\1)[^\\])*\1$/s.test(string);
}

function pathContext(module: Module, place: Position, token: number): CompletionContext | undefined {
  const { tree } = module;
  const statement = statementBefore(module, place.line, tree.tokenStarts[token] - tree.lineStarts[place.line]);
  const isPath =
    statement >= 0 &&
    token === tree.statementHeads[statement] + 1 &&
    tree.statementKinds[statement] === StatementKind.Directive &&
    DIRECTIVE_NAMES[tree.statementCodes[statement]] === '.import';
  if (!isPath) return undefined;
  const lineStart = tree.lineStarts[place.line];
  const text = tokenText(tree, token);
  const start = tree.tokenStarts[token] + 1 - lineStart;
  const end = tree.tokenEnds[token] - (isClosed(text) ? 1 : 0) - lineStart;
  // For the protocol a carriage return ends a line, and what is replaced must lie in one.
  if (text.includes('\r')) return undefined;
  return {
    kind: 'path',
    scope: blockOfLine(tree, place.line),
    line: place.line,
    typed: lineSpan(place.line, start, place.column),
    word: lineSpan(place.line, start, end),
    written: sliceText(tree, lineStart + start, lineStart + place.column),
  };
}
