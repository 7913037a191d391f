import { Suggestions, diagnose, replacementFix, type Diagnostic } from '../diagnostics/index.ts';
import { DIRECTIVE_NAMES, MNEMONICS, directiveNamed, instructionAt } from '../isa/index.ts';
import { lineSpan } from '../source/index.ts';
import { findBlocks } from './blocks.ts';
import { Character, characterClass } from './characters.ts';
import { byteColumn, intColumn, type Column } from './columns.ts';
import type { OpenBlock } from './pair-ends.ts';
import { Scanner, scanComment, showText } from './scanner.ts';
import { StatementKind, TokenKind, type SyntaxTree } from './tree.ts';

/**
 * Reads a file: `[label:]... [instruction or directive] [comment]`, line by line. Never throws and never stops early: what
 * is wrong in one line is a diagnostic, and the other lines are read as if it were not there.
 * Time and space are linear in the length of the text. Where the text is a part of a file, a byte order mark at its start is
 * none unless the file starts there.
 */
export function parseText(text: string, isStartOfFile = true): SyntaxTree {
  return new Parser(text, isStartOfFile).parse();
}

const DIRECTIVE_INDICES: ReadonlyMap<string, number> = new Map(DIRECTIVE_NAMES.map((name, index) => [name, index]));
const BYTE_ORDER_MARK = 0xfeff;
/** UTF-16 units of a line, and the tokens in it, as they are in most programs. */
const USUAL_LINE = 18;
const TOKENS_OF_LINE = 2;

class Parser {
  private readonly lineStarts: Column<Int32Array>;
  private readonly lineTokens: Column<Int32Array>;
  private readonly tokenKinds: Column<Uint8Array>;
  private readonly tokenStarts: Column<Int32Array>;
  private readonly tokenEnds: Column<Int32Array>;
  private readonly statementKinds: Column<Uint8Array>;
  private readonly statementCodes: Column<Uint8Array>;
  private readonly statementHeads: Column<Int32Array>;
  private readonly statementEnds: Column<Int32Array>;
  private readonly statementLines: Column<Int32Array>;
  private readonly statementFaults: Column<Uint8Array>;
  private readonly diagnostics: Diagnostic[] = [];
  private readonly suggestions = new Suggestions();
  /** By unknown word, what has been suggested for it. */
  private readonly suggested = new Map<string, string | undefined>();
  private readonly text: string;
  private readonly scanner: Scanner;
  private readonly mayStartWithMark: boolean;
  /** The offset of the next unit to read. */
  private at = 0;
  private line = 0;
  private lineStart = 0;
  /** Whether the operands of the line so far hold a mistake that has been told. */
  private isFaulty = false;

  constructor(text: string, isStartOfFile: boolean) {
    this.text = text;
    this.scanner = new Scanner(text);
    this.mayStartWithMark = isStartOfFile;
    const lines = Math.ceil(text.length / USUAL_LINE);
    const tokens = TOKENS_OF_LINE * lines;
    this.lineStarts = intColumn(lines);
    this.lineTokens = intColumn(lines);
    this.tokenKinds = byteColumn(tokens);
    this.tokenStarts = intColumn(tokens);
    this.tokenEnds = intColumn(tokens);
    this.statementKinds = byteColumn(lines);
    this.statementCodes = byteColumn(lines);
    this.statementHeads = intColumn(lines);
    this.statementEnds = intColumn(lines);
    this.statementLines = intColumn(lines);
    this.statementFaults = byteColumn(lines);
  }

  parse(): SyntaxTree {
    for (;;) {
      this.lineStart = this.at;
      this.lineStarts.push(this.at);
      this.lineTokens.push(this.tokenKinds.length);
      if (this.line === 0 && this.mayStartWithMark && this.text.charCodeAt(0) === BYTE_ORDER_MARK) this.at++;
      this.parseLine();
      if (this.at >= this.text.length) break;
      this.at += this.text.charCodeAt(this.at) === CARRIAGE_RETURN ? 2 : 1;
      this.line++;
    }
    return this.finish();
  }

  private parseLine(): void {
    this.isFaulty = false;
    for (;;) {
      this.skipBlanks();
      if (this.isAtLineEnd()) return;
      const unit = this.text.charCodeAt(this.at);
      if (characterClass(unit) === Character.CommentStart) return this.parseComment();
      this.scanner.scan(this.at);
      const { kind, end } = this.scanner;
      if (this.text.charCodeAt(end) !== COLON || kind === TokenKind.Directive) return this.parseStatement();
      this.parseLabel();
    }
  }

  /** The word that was scanned last is its name. */
  private parseLabel(): void {
    const { kind, end } = this.scanner;
    const token = this.push(kind === TokenKind.Name ? TokenKind.Label : TokenKind.Bad, this.at, end);
    this.at = end + 1;
    if (kind === TokenKind.Name) {
      this.beginStatement(StatementKind.Label, 0, token);
      this.endStatement();
    } else {
      this.fault(token, 'a label name', this.found(token));
    }
  }

  /** The word that was scanned last is its mnemonic or directive. */
  private parseStatement(): void {
    const { at: start, text } = this;
    const { kind, end, expected, found } = this.scanner;
    if (kind === TokenKind.Name) {
      const instruction = instructionAt(text, start, end);
      const token = this.push(TokenKind.Mnemonic, start, end);
      this.beginStatement(
        instruction ? StatementKind.Instruction : StatementKind.Unknown,
        instruction?.code ?? 0,
        token,
      );
      if (!instruction) this.unknown('unknown-opcode', token, MNEMONICS);
    } else if (kind === TokenKind.Directive) {
      const known = directiveNamed(text.slice(start, end));
      const token = this.push(TokenKind.Directive, start, end);
      // One that is misspelt opens and closes what it was meant to: else all that follows would be wrong as well.
      const directive = known ?? this.unknown('unknown-directive', token, DIRECTIVE_NAMES);
      const code = directive === undefined ? 0 : (DIRECTIVE_INDICES.get(directive) as number);
      this.beginStatement(directive === undefined ? StatementKind.Unknown : StatementKind.Directive, code, token);
    } else {
      const token = this.push(kind, start, end);
      this.beginStatement(StatementKind.Unknown, 0, token);
      this.fault(
        token,
        kind === TokenKind.Bad && isQuote(text[start])
          ? (expected as string)
          : 'a label, an instruction or a directive',
        found ?? this.found(token),
      );
    }
    this.at = end;
    this.parseOperands();
    this.endStatement();
    if (!this.isAtLineEnd()) this.parseComment();
  }

  /** Operands up to the comment or the line end; a blank or one comma stands between two of them. */
  private parseOperands(): void {
    const head = this.tokenKinds.length - 1;
    let comma = -1;
    for (;;) {
      const isApart = this.skipBlanks() || comma >= 0;
      if (this.isAtLineEnd() || characterClass(this.text.charCodeAt(this.at)) === Character.CommentStart) break;
      if (characterClass(this.text.charCodeAt(this.at)) === Character.Comma) {
        if (comma >= 0 || this.tokenKinds.length - 1 === head) this.faultAt(this.at, this.at + 1, 'an operand', '`,`');
        comma = this.at++;
        continue;
      }
      this.scanner.scan(this.at);
      const { kind, end, expected, found } = this.scanner;
      const token = this.push(kind, this.at, end);
      this.at = end;
      if (found !== undefined) this.fault(token, expected as string, found);
      else if (!isApart && !this.isInParameter(token))
        this.fault(token, 'a blank or a comma between operands', this.found(token));
      comma = -1;
    }
    if (comma >= 0) this.faultAt(comma, comma + 1, 'an operand behind the comma', 'the end of the line');
  }

  /** `a=1`, `*rest` and `**named` are written without blanks. */
  private isInParameter(token: number): boolean {
    const before = this.tokenKinds.array[token - 1];
    const isBehindSign = before === TokenKind.Equals || before === TokenKind.Star || before === TokenKind.StarStar;
    return isBehindSign || this.tokenKinds.array[token] === TokenKind.Equals;
  }

  private parseComment(): void {
    const end = scanComment(this.text, this.at);
    this.push(TokenKind.Comment, this.at, end);
    this.at = end;
  }

  private push(kind: number, start: number, end: number): number {
    this.tokenKinds.push(kind);
    this.tokenStarts.push(start);
    this.tokenEnds.push(end);
    return this.tokenKinds.length - 1;
  }

  private beginStatement(kind: number, code: number, head: number): void {
    this.statementKinds.push(kind);
    this.statementCodes.push(code);
    this.statementHeads.push(head);
    this.statementLines.push(this.line);
  }

  private endStatement(): void {
    this.statementEnds.push(this.tokenKinds.length);
    this.statementFaults.push(this.isFaulty ? 1 : 0);
  }

  private skipBlanks(): boolean {
    const start = this.at;
    while (characterClass(this.text.charCodeAt(this.at)) === Character.Blank) this.at++;
    return this.at > start;
  }

  /** At the end of the text, at LF, or at CR LF. */
  private isAtLineEnd(): boolean {
    if (this.at >= this.text.length) return true;
    const unit = this.text.charCodeAt(this.at);
    if (unit === LINE_FEED) return true;
    return unit === CARRIAGE_RETURN && this.text.charCodeAt(this.at + 1) === LINE_FEED;
  }

  /** Answers what may be meant. */
  private unknown(
    kind: 'unknown-opcode' | 'unknown-directive',
    token: number,
    names: readonly string[],
  ): string | undefined {
    this.isFaulty = true;
    const word = this.text.slice(this.tokenStarts.array[token], this.tokenEnds.array[token]);
    if (!this.suggested.has(word)) this.suggested.set(word, this.suggestions.nearest(word, names));
    const suggestion = this.suggested.get(word);
    const span = this.spanOf(token);
    this.diagnostics.push(diagnose(kind, span, { word, suggestion }, { fixes: replacementFix(span, suggestion) }));
    return suggestion;
  }

  private fault(token: number, expected: string, found: string): void {
    this.faultAt(this.tokenStarts.array[token], this.tokenEnds.array[token], expected, found);
  }

  private faultAt(start: number, end: number, expected: string, found: string): void {
    this.isFaulty = true;
    const span = lineSpan(this.line, start - this.lineStart, end - this.lineStart);
    this.diagnostics.push(diagnose('syntax', span, { expected, found }));
  }

  private spanOf(token: number): ReturnType<typeof lineSpan> {
    return lineSpan(
      this.line,
      this.tokenStarts.array[token] - this.lineStart,
      this.tokenEnds.array[token] - this.lineStart,
    );
  }

  private found(token: number): string {
    return showText(this.text.slice(this.tokenStarts.array[token], this.tokenEnds.array[token]));
  }

  private finish(): SyntaxTree {
    this.lineStarts.push(this.text.length);
    this.lineTokens.push(this.tokenKinds.length);
    const { diagnostics } = this;
    const blocks: OpenBlock[] = [];
    const tree: SyntaxTree = {
      text: this.text,
      lineCount: this.line + 1,
      lineStarts: this.lineStarts.finish(),
      lineTokens: this.lineTokens.finish(),
      tokenCount: this.tokenKinds.length,
      tokenKinds: this.tokenKinds.finish(),
      tokenStarts: this.tokenStarts.finish(),
      tokenEnds: this.tokenEnds.finish(),
      statementCount: this.statementKinds.length,
      statementKinds: this.statementKinds.finish(),
      statementCodes: this.statementCodes.finish(),
      statementHeads: this.statementHeads.finish(),
      statementEnds: this.statementEnds.finish(),
      statementLines: this.statementLines.finish(),
      statementFaults: this.statementFaults.finish(),
      blocks,
      diagnostics,
    };
    findBlocks(tree, blocks, diagnostics);
    return tree;
  }
}

function isQuote(character: string): boolean {
  return character === '"' || character === "'";
}

const COLON = 0x3a;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
