/**
 * The portable program: what the assembler makes, `.bc` stores, the verifier proves things of and the linker makes runnable.
 * Immutable, without addresses of one run and without text positions other than its debug information.
 */
export interface Program {
  /** Main first, the others in text order: each behind the function that it is nested in. */
  readonly functions: readonly FunctionCode[];
  /** In text order. */
  readonly classes: readonly ClassCode[];
}

/** An index into `Program.functions`. */
export type FunctionIndex = number;

export const MAIN: FunctionIndex = 0;

/** An index into `Program.classes`. */
export type ClassIndex = number;

/** What `MAKE_CLASS` makes a class of. */
export interface ClassCode {
  /** What `__name__` shows. */
  readonly name: string;
  /** What messages and `repr` show: `outer.<locals>.C`. */
  readonly qualifiedName: string;
  /** How many functions and classes it stands in, main counted. */
  readonly depth: number;
  /** The function whose text follows its `.class`: its first method if it has one. The number of functions when none does. */
  readonly nextFunction: FunctionIndex;
  /** In text order, under the names that their `.func`s give. */
  readonly methods: readonly { readonly name: string; readonly function: FunctionIndex }[];
}

/**
 * The name under which a function captures the cell that holds the class which its method stands in: there is one in a function
 * with `LOAD_SUPER`, and in those around it up to the method. No name of a program can be the same.
 */
export const CLASS_CELL = '<class>';

/** One function (or main), independent of all others but for the indices in its `sites`. */
export interface FunctionCode {
  /** What `__name__` and tracebacks show; `<main>` for main. */
  readonly name: string;
  /** What messages and `repr` show: `outer.<locals>.inner`. */
  readonly qualifiedName: string;
  /** How many functions and classes it stands in, main counted; 0 for main itself. */
  readonly depth: number;
  /** In text order; parameter i is the local in slot i. */
  readonly parameters: readonly Parameter[];
  /** The name of each local slot, the parameters first. Main has none: its variables are the globals. */
  readonly locals: readonly string[];
  /** Variables of this function that functions inside it capture: each call makes a cell for each. */
  readonly cells: readonly CellVariable[];
  /**
   * Variables of enclosing functions that this one uses, or that functions do which it calls or makes: their cells come with
   * the function value. In the order of the functions that own them, outermost first.
   */
  readonly captures: readonly string[];
  /** Operand tables. */
  readonly constants: readonly Constant[];
  readonly variables: readonly Variable[];
  readonly sites: readonly Site[];
  /** Names of attributes. */
  readonly names: readonly string[];
  /** The instructions: a byte each, and one operand each, whose meaning `operandUse` gives. */
  readonly opcodes: Uint8Array;
  readonly operands: Int32Array;
  /** `null` when stripped. */
  readonly debug: FunctionDebug | null;
}

export interface Parameter {
  readonly name: string;
  readonly kind: 'plain' | 'rest' | 'keyword-only' | 'named';
  readonly defaultValue?: Constant;
}

/** A cell that each call makes; `parameter` is the slot of the parameter whose value it takes over at entry, or -1. */
export interface CellVariable {
  readonly name: string;
  readonly parameter: number;
}

/**
 * Where a name that instructions use lives.
 *
 * - `local`: in the local slot `slot`
 * - `cell`: in the frame's cell number `slot`; own cells come first, then the captured ones
 * - `global`: among the globals, else the built-ins; `slot` is -1
 */
export interface Variable {
  readonly name: string;
  readonly scope: 'local' | 'cell' | 'global';
  readonly slot: number;
}

/** What a call, tail call, `MAKE_FUNC` or `MAKE_CLASS` needs besides the stack. */
export interface Site {
  /** What is called or made, as far as it is known at assembly; `null` for `CALL` and `TAIL_CALL`. */
  readonly callee: Callee | null;
  /** How many values it takes from the stack, a callee or the object of a method on the stack not counted. */
  readonly count: number;
  /** The names of the last arguments, in stack order. */
  readonly names: readonly string[];
}

export type Callee =
  /** `cells[i]` is the number of the cell in the frame at the site that becomes the callee's captured variable i. */
  | { readonly kind: 'function'; readonly index: FunctionIndex; readonly cells: readonly number[] }
  | { readonly kind: 'built-in'; readonly name: string }
  | { readonly kind: 'method'; readonly name: string }
  /** `cells[m][i]` is the same for captured variable i of method m; -1 is the cell that holds the class itself. */
  | { readonly kind: 'class'; readonly index: ClassIndex; readonly cells: readonly (readonly number[])[] };

/** A constant, in its portable form; ints are decimal or any `BigInt` literal's value. */
export type Constant =
  | { readonly kind: 'none' }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'int'; readonly value: bigint }
  | { readonly kind: 'float'; readonly value: number }
  | { readonly kind: 'str'; readonly value: string };

/** What debuggers and tracebacks know of a function. */
export interface FunctionDebug {
  /** The `.bcasm` file, as the assembler was given it. */
  readonly file: string;
  /** The 0-based line of each instruction, and behind them that of `.end` (in main, of the last line). */
  readonly lines: Int32Array;
  /** The labels with the indices that they stand for, in text order. */
  readonly labels: readonly { readonly name: string; readonly index: number }[];
  /** The line of the `.func`, or 0 for main. */
  readonly definitionLine: number;
  /** Set where `.source` and `.line` say what this was compiled from. */
  readonly source: SourcePositions | null;
}

/** A file of `files` (or -1 where nothing is said) and a 1-based line for each place of a function. */
export interface SourcePositions {
  readonly files: readonly string[];
  /** For each instruction, and behind them for `.end` (in main, for the end of the text). */
  readonly fileOf: Int32Array;
  readonly lineOf: Int32Array;
  /** For the `.func`; -1 and 0 for main. */
  readonly definitionFile: number;
  readonly definitionLine: number;
}

/** The greatest line that `.line` can say, and the greatest count of an instruction: what a signed int of 32 bits holds. */
export const MAXIMUM_COUNT = 0x7fffffff;

/** How deep functions and classes nest at most, as deep as blocks of Python: names are looked up from scope to scope. */
export const MAXIMUM_NESTING = 100;

/** What the operand of an instruction is an index into; a `count` is the number of values itself. */
export type OperandUse = 'none' | 'constant' | 'variable' | 'target' | 'site' | 'name' | 'count';
