import type { Diagnostic } from '../diagnostics/index.ts';

/**
 * The syntax tree of one file, as columns: a line of assembly is small, a file has many, and columns of typed arrays are
 * ten times cheaper than an object a line. Read it through the functions below.
 *
 * Invariants: tokens and statements are in text order; every token lies within one line; tokens of line l are
 * `lineTokens[l]` to `lineTokens[l + 1]`; operands of a statement are the tokens behind its head up to its end.
 */
export interface SyntaxTree {
  readonly text: string;
  readonly lineCount: number;
  /** Offset of each line's first unit, and behind them the length of the text. */
  readonly lineStarts: Int32Array;
  /** First token of each line, and behind them the number of tokens. */
  readonly lineTokens: Int32Array;

  readonly tokenCount: number;
  readonly tokenKinds: Uint8Array;
  /** Offsets in the text, the end exclusive. */
  readonly tokenStarts: Int32Array;
  readonly tokenEnds: Int32Array;

  readonly statementCount: number;
  readonly statementKinds: Uint8Array;
  /** The opcode of an instruction, the index in `DIRECTIVE_NAMES` of a directive, else 0. */
  readonly statementCodes: Uint8Array;
  /** The token of the mnemonic, the directive or the label's name. */
  readonly statementHeads: Int32Array;
  /** One past the last operand's token. */
  readonly statementEnds: Int32Array;
  readonly statementLines: Int32Array;
  /** 1 where the text of the statement is wrong and a diagnostic says so: its operands mean nothing. */
  readonly statementFaults: Uint8Array;

  /** Functions and classes as they are nested; the file itself first, then in the order of their opening lines. */
  readonly blocks: readonly Block[];
  readonly diagnostics: readonly Diagnostic[];
}

export const TokenKind = {
  Label: 1,
  Mnemonic: 2,
  Directive: 3,
  Name: 4,
  /** `True`, `False`, `None`, `inf`, `-inf`, `nan` */
  Keyword: 5,
  Int: 6,
  Float: 7,
  String: 8,
  /** `=`, `*` and `**` in the parameters of `.func` */
  Equals: 9,
  Star: 10,
  StarStar: 11,
  Comment: 12,
  /** What is no token of the language; a diagnostic tells why. */
  Bad: 13,
} as const;
export type TokenKind = (typeof TokenKind)[keyof typeof TokenKind];

export const StatementKind = {
  Label: 1,
  Instruction: 2,
  Directive: 3,
  /** A line whose instruction or directive is unknown, and no directive that is only misspelt. */
  Unknown: 4,
} as const;
export type StatementKind = (typeof StatementKind)[keyof typeof StatementKind];

/** A function, a class, or the file; its own statements are those from `open` to `close` that lie in no inner block. */
export interface Block {
  readonly kind: 'file' | 'function' | 'class';
  /** Index in `blocks`; -1 for the file. */
  readonly parent: number;
  /** The statement of `.func` or `.class`; -1 for the file. */
  readonly open: number;
  /** The statement of `.end`; where it is missing, and for the file, one past the last statement of the block. */
  readonly close: number;
  readonly isClosed: boolean;
  /** So many statements, from `open` on, have a say in where the block ends, if its `.end` is missing; else 0. */
  readonly reach: number;
}
