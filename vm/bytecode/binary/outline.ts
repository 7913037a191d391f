import type { Constant, Parameter } from '../program.ts';

/**
 * What a file says of a program, before that is known which follows from it: where variables live, which cells calls hand
 * over, qualified names.
 */
export interface Outline {
  readonly blocks: readonly BlockOutline[];
  /** The places of the functions and of the classes in `blocks`. */
  readonly functionBlocks: readonly number[];
  readonly classBlocks: readonly number[];
}

export type BlockOutline = FunctionOutline | ClassOutline;

interface BlockHead {
  /** The offset of its first byte, for errors. */
  readonly offset: number;
  /** Its index among the functions or the classes. */
  readonly index: number;
  readonly depth: number;
  /** The block that it stands in; -1 for main. */
  readonly parent: number;
  /** What `__name__` shows. */
  readonly name: string;
}

export interface ClassOutline extends BlockHead {
  readonly kind: 'class';
  readonly nextFunction: number;
  /** Filled by the blocks behind it. */
  readonly methods: { readonly name: string; readonly block: number }[];
}

export interface FunctionOutline extends BlockHead {
  readonly kind: 'main' | 'function';
  readonly parameters: readonly Parameter[];
  readonly globals: readonly DeclaredName[];
  readonly nonlocals: readonly DeclaredName[];
  readonly opcodes: Uint8Array;
  /** A target or count as in the program; else the index of a constant, name or site: of the pools, and of `sites`. */
  readonly operands: Int32Array;
  readonly sites: readonly SiteOutline[];
  /** The offset of the operand of a jump to the end, or -1. */
  readonly endTargetOffset: number;
}

export interface DeclaredName {
  readonly name: string;
  readonly offset: number;
}

export interface SiteOutline {
  /** The offset of what is called or made, and that of the count. */
  readonly offset: number;
  readonly countOffset: number;
  readonly callee:
    | { readonly kind: 'function' | 'class'; readonly index: number }
    | { readonly kind: 'built-in' | 'method'; readonly name: string }
    | null;
  readonly count: number;
  readonly names: readonly string[];
}

/** The pools, as far as the functions are completed from them. */
export interface OutlinePools {
  constant(index: number): Constant;
  name(index: number): string;
}
