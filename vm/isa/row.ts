/** How one row of the opcode table is written. What can be derived from a row is derived in `derived.ts`. */

/** The sections of the reference, in its order. */
export const GROUPS = [
  'data',
  'stack',
  'arithmetic',
  'comparison',
  'control',
  'functions',
  'collections',
  'objects',
  'exceptions',
  'input and output',
] as const;
export type Group = (typeof GROUPS)[number];

/** What an operand may be; `operand-kinds.ts` says what each kind accepts and how it is called in messages. */
export type OperandKind =
  'constant' | 'variable' | 'label' | 'function' | 'class' | 'attribute' | 'count' | 'argument-name' | 'message';

export interface OperandRow {
  /** The name that the reference and signature help show. */
  readonly name: string;
  readonly kind: OperandKind;
  /** `optional`: may be left out. `repeated`: any number of them, last in the row. */
  readonly arity?: 'optional' | 'repeated';
}

/**
 * Where control goes behind an instruction.
 *
 * - `next`: to the following instruction
 * - `jump`: to the label, always
 * - `branch`: to the label or to the following instruction
 * - `return`: out of this frame
 * - `raise`: to the handler of the error, in this frame or in one that waits for it
 * - `halt`: the program ends
 */
export type ControlFlow = 'next' | 'jump' | 'branch' | 'return' | 'raise' | 'halt';

export interface OpcodeRow {
  /** The byte that stands for the instruction in `.bc` files; never reused for another meaning. */
  readonly code: number;
  readonly group: Group;
  readonly operands: readonly OperandRow[];
  /**
   * The stack picture: what is popped, `--`, what is pushed; the top is on the right, and nothing below it is touched.
   * `a1…an` stands for as many values as the operand `n` says, `k1 v1…kn vn` for twice as many. A branch has two pictures, `falls through | jumps`.
   */
  readonly stack: string;
  readonly flow: ControlFlow;
  /** One sentence without a full stop: what the instruction does. */
  readonly summary: string;
  /** More sentences for the reference, or nothing. */
  readonly details?: string;
  /** The catchable errors that it can end in, as far as the operation itself can raise them. */
  readonly raises: readonly string[];
  /** Lines of assembly that show it at work. */
  readonly example: string;
}
