import { StatementKind, TokenKind, independentParts, lineText, tokenText, type SyntaxTree } from '../syntax/index.ts';
import { INSTRUCTION_INDENT, Nesting } from './formatter-nesting.ts';

/**
 * The text of a file in its one style. Only blanks, commas between operands, line ends and the letter case of mnemonics and
 * directives change; the program never does, and formatting twice changes nothing more. Linear in the length of the text.
 *
 * - Mnemonics are in upper case, directives in lower case; one blank stands between operands.
 * - Instructions stand 8 columns behind their labels. A function or class inside another one is indented by 4, and so are the
 *   directives that stand in it. A block without its `.end` does not indent, so that what follows stays where it was.
 * - A label keeps sharing its instruction's line where it fits in front of it; else it gets a line of its own.
 * - A comment on a line of its own stands where the line right below it begins. Comments behind code stand in one column
 *   until a blank line comes, or instructions follow directives; a comment right under one goes on with it.
 * - One blank line stays where there were some; none at the end. The first line end decides between LF and CRLF.
 * - A line with a syntax error stays exactly as it is.
 */
export function formatText(source: SyntaxTree): string {
  const parts = independentParts(source);
  const start = parts[0].text;
  const lineEnd = /^[^\n]*\r\n/.test(start) ? '\r\n' : '\n';
  const written: string[] = [start.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : ''];
  for (const lines of readParagraphs(parts)) {
    placeOwnComments(lines);
    if (written.length === 1) placeFirstComments(lines);
    placeTrailingComments(lines);
    written.push(lines.map(line => writeLine(line, lineEnd)).join(''));
  }
  return written.join('');
}

const BYTE_ORDER_MARK = '\ufeff';
/** Comments behind code begin here, or further to the right where a line of their run is longer. */
const TRAILING_COMMENT_COLUMN = 32;
const TRAILING_COMMENT_GAP = 2;

type LineKind = 'blank' | 'comment' | 'instruction' | 'directive' | 'broken';

interface OutputLine {
  readonly kind: LineKind;
  /** Where `code` begins, or where a comment of its own does. */
  column: number;
  /** Everything but the comment. For a broken line all of it, with the blanks in front. */
  readonly code: string;
  readonly comment: string;
  /** The column of the comment: at first as it was written, in the end as it is to be. */
  commentColumn: number;
  /** Comment of its own: whether it goes on with the trailing comment above it. */
  readonly isContinuation: boolean;
}

/**
 * The lines up to each blank line, which stands at the beginning of those behind it. The form of a line depends on no others: so
 * there are never more of them than have to be.
 */
function* readParagraphs(parts: readonly SyntaxTree[]): Generator<OutputLine[]> {
  let lines: OutputLine[] = [];
  let isBehindBlank = false;
  for (const [index, tree] of parts.entries()) {
    const isBroken = findBrokenLines(tree);
    const nesting = new Nesting(tree);
    // The empty line behind the last line end of a part is the first one of the next.
    const lineCount = index + 1 < parts.length ? tree.lineCount - 1 : tree.lineCount;
    for (let line = 0; line < lineCount; line++) {
      if (isBroken[line] === 0 && tree.lineTokens[line] === tree.lineTokens[line + 1]) {
        isBehindBlank = true;
        continue;
      }
      if (isBehindBlank) {
        if (lines.length > 0) yield lines;
        lines = [blankLine(nesting.commentColumn)];
        isBehindBlank = false;
      }
      if (isBroken[line] === 1) lines.push(readBrokenLine(tree, line, nesting, index === 0 && line === 0));
      else readLine(tree, line, nesting, lines);
    }
  }
  if (lines.length > 0) yield lines;
}

function readBrokenLine(tree: SyntaxTree, line: number, nesting: Nesting, isFirst: boolean): OutputLine {
  for (let token = tree.lineTokens[line]; token < tree.lineTokens[line + 1]; token++) nesting.pass(token);
  const text = lineText(tree, line);
  const code = isFirst && text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  return { ...blankLine(nesting.commentColumn), kind: 'broken', code };
}

/** Reads one line without errors; gives two where a label does not fit in front of what it stands before. */
function readLine(tree: SyntaxTree, line: number, nesting: Nesting, lines: OutputLine[]): void {
  const first = tree.lineTokens[line];
  const end = tree.lineTokens[line + 1];
  const hasComment = tree.tokenKinds[end - 1] === TokenKind.Comment;
  const codeEnd = hasComment ? end - 1 : end;
  const comment = hasComment ? tokenText(tree, codeEnd).replace(/[ \t\r]+$/, '') : '';
  const written = hasComment ? columnOf(tree, line, tree.tokenStarts[codeEnd]) : 0;
  const column = nesting.commentColumn;
  if (codeEnd === first) {
    const isContinuation = lines.length > 0 && continues(lines[lines.length - 1], written);
    lines.push({ kind: 'comment', column, code: '', comment, commentColumn: written, isContinuation });
    return;
  }
  let head = first;
  while (head < codeEnd && tree.tokenKinds[head] === TokenKind.Label) head++;
  const labels = labelsText(tree, first, head);
  const labelColumn = nesting.labelColumn;
  const rest = { comment, commentColumn: written, isContinuation: false };
  if (head === codeEnd) {
    lines.push({ kind: 'instruction', column: labelColumn, code: labels, ...rest });
    return;
  }
  const code = statementText(tree, head, codeEnd);
  const isDirective = tree.tokenKinds[head] === TokenKind.Directive;
  if (labels !== '' && !isDirective && labels.length < INSTRUCTION_INDENT) {
    lines.push({ kind: 'instruction', column: labelColumn, code: labels.padEnd(INSTRUCTION_INDENT) + code, ...rest });
    return;
  }
  if (labels !== '') lines.push({ ...blankLine(labelColumn), kind: 'instruction', code: labels });
  const directiveColumn = nesting.pass(head);
  if (isDirective) lines.push({ kind: 'directive', column: directiveColumn, code, ...rest });
  else lines.push({ kind: 'instruction', column: labelColumn + INSTRUCTION_INDENT, code, ...rest });
}

/** Comments of their own stand where the line right below them begins; above `.end`, where the block's code does. */
function placeOwnComments(lines: OutputLine[]): void {
  let below = -1;
  for (let index = lines.length - 1; index >= 0; index--) {
    const line = lines[index];
    if (line.kind === 'comment') {
      if (below >= 0) line.column = below;
    } else if (line.kind === 'blank' || line.kind === 'broken' || line.code === '.end') {
      below = -1;
    } else {
      below = line.column;
    }
  }
}

/** Comments at the top of a file stand in its first column. */
function placeFirstComments(lines: OutputLine[]): void {
  for (const line of lines) {
    if (line.kind !== 'comment') break;
    line.column = 0;
  }
}

/** Gives the comments behind code of each run of lines one column. */
function placeTrailingComments(lines: OutputLine[]): void {
  let start = 0;
  let kind: LineKind = 'blank';
  for (const [index, { kind: next }] of lines.entries()) {
    if (next === 'comment' || next === 'broken' || next === kind) continue;
    alignComments(lines.slice(start, index));
    start = index;
    kind = next;
  }
  alignComments(lines.slice(start));
}

function alignComments(run: readonly OutputLine[]): void {
  let column = TRAILING_COMMENT_COLUMN;
  for (const line of run) {
    if (line.code !== '' && line.comment !== '')
      column = Math.max(column, line.column + width(line.code) + TRAILING_COMMENT_GAP);
  }
  for (const line of run) line.commentColumn = line.code !== '' || line.isContinuation ? column : line.column;
}

function writeLine(line: OutputLine, lineEnd: string): string {
  if (line.kind === 'broken') return line.code + (line.code.endsWith('\r') ? '\r\n' : lineEnd);
  let text = line.code === '' ? '' : ' '.repeat(line.column) + line.code;
  if (line.comment !== '') text += ' '.repeat(line.commentColumn - width(text)) + line.comment;
  return text + lineEnd;
}

/** Whether a comment of its own that was written at `column` goes on with the comment of the line above. */
function continues(above: OutputLine, column: number): boolean {
  return above.comment !== '' && above.commentColumn === column && (above.code !== '' || above.isContinuation);
}

function labelsText(tree: SyntaxTree, first: number, end: number): string {
  let text = '';
  for (let token = first; token < end; token++) text += `${token > first ? ' ' : ''}${tokenText(tree, token)}:`;
  return text;
}

/** A statement with one blank between its operands; parts of one parameter (`a=1`, `*rest`) stay together. */
function statementText(tree: SyntaxTree, head: number, end: number): string {
  const word = tokenText(tree, head);
  let text = tree.tokenKinds[head] === TokenKind.Directive ? word.toLowerCase() : word.toUpperCase();
  for (let token = head + 1; token < end; token++) {
    if (tree.tokenStarts[token] > tree.tokenEnds[token - 1]) text += ' ';
    text += tokenText(tree, token);
  }
  return text;
}

function findBrokenLines(tree: SyntaxTree): Uint8Array {
  const isBroken = new Uint8Array(tree.lineCount);
  for (const { kind, span } of tree.diagnostics) {
    if (kind === 'syntax' || kind === 'unknown-directive') isBroken[span.start.line] = 1;
  }
  for (let statement = 0; statement < tree.statementCount; statement++) {
    if (tree.statementKinds[statement] === StatementKind.Unknown) isBroken[tree.statementLines[statement]] = 1;
  }
  return isBroken;
}

function blankLine(column: number): OutputLine {
  return { kind: 'blank', column, code: '', comment: '', commentColumn: 0, isContinuation: false };
}

/** The column that an offset of a line is shown in, with tab stops every 8 columns. */
function columnOf(tree: SyntaxTree, line: number, offset: number): number {
  let column = 0;
  for (const character of tree.text.slice(tree.lineStarts[line], offset)) {
    if (character === '\t') column += 8 - (column % 8);
    else if (character !== BYTE_ORDER_MARK) column++;
  }
  return column;
}

/** Columns that a text takes: one for each code point. */
function width(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0xdc00 || unit > 0xdfff) count++;
  }
  return count;
}
