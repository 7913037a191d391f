import {
  CLASS_CELL,
  countAt,
  isGenerator,
  type ClassCode,
  type Constant,
  type FunctionCode,
  type FunctionIndex,
  type Program,
  type Site,
} from '../bytecode/index.ts';
import { instructionOf, stackEffect, type Instruction } from '../isa/index.ts';
import { builtInNamed } from './built-ins/index.ts';
import { normalizeInt } from './values/int64.ts';
import { Float, type Value } from './values/value.ts';

/** A program made ready to run: what the machine changes (breakpoints) is its own copy, the program stays as it is. */
export interface LinkedProgram {
  readonly functions: readonly LinkedFunction[];
  /** The names of the global variables, by slot. */
  readonly globalNames: readonly string[];
}

export interface LinkedClass {
  readonly name: string;
  readonly qualifiedName: string;
  readonly methods: readonly { readonly name: string; readonly function: LinkedFunction }[];
}

export interface LinkedFunction {
  readonly index: FunctionIndex;
  readonly code: FunctionCode;
  /** The opcodes, one behind them for the end of the function; a breakpoint stands in the place of an opcode. */
  readonly opcodes: Uint8Array;
  readonly operands: Int32Array;
  /** Values that each instruction takes from the stack, and by how much the stack may grow over it. */
  readonly needs: Int32Array;
  readonly growth: Int32Array;
  readonly constants: readonly Value[];
  readonly variables: readonly LinkedVariable[];
  readonly sites: readonly LinkedSite[];
  readonly names: readonly string[];
  /** Whether a call gives a generator. */
  readonly isGenerator: boolean;
  /** The frame's cell with the class that the method around it belongs to, for `LOAD_SUPER`; -1 where there is none. */
  readonly classCell: number;
  readonly plainParameters: number;
  /** Cells of a frame: its own, and the captured ones. */
  readonly cellCount: number;
  /** Slots of the parameters that collect what is over, or -1. */
  readonly restSlot: number;
  readonly namedSlot: number;
  /** By slot, the defaults that the text gives. */
  readonly defaults: ReadonlyMap<number, Value>;
}

export interface LinkedVariable {
  readonly name: string;
  readonly scope: 'local' | 'cell' | 'global';
  /** The local slot or the cell's number; -1 where there is none. */
  readonly slot: number;
  /** Where the global of this name is, which a local may fall back to. */
  readonly globalSlot: number;
}

export interface LinkedSite extends Site {
  /** The function or class that it names. */
  readonly target: LinkedFunction | LinkedClass | null;
  /** The built-in that it names; `undefined` where there is none, which is an error once the call is made. */
  readonly builtIn: Value | undefined;
}

/** Stands behind the last instruction: main ends there, a function has run off its end. */
export const END_OF_CODE = 0;
/** Stands in the place of an opcode where a breakpoint is. */
export const BREAKPOINT_TRAP = 255;

export function link(program: Program): LinkedProgram {
  const globalSlots = new Map<string, number>();
  const globalSlot = (name: string): number => {
    const slot = globalSlots.get(name) ?? globalSlots.size;
    globalSlots.set(name, slot);
    return slot;
  };
  const functions = program.functions.map((code, index) => linkFunction(code, index, globalSlot));
  const classes = program.classes.map(code => linkClass(code, functions));
  for (const { sites } of functions) {
    for (const site of sites) {
      if (site.callee?.kind === 'function') Object.assign(site, { target: functions[site.callee.index] });
      if (site.callee?.kind === 'class') Object.assign(site, { target: classes[site.callee.index] });
    }
  }
  return { functions, globalNames: [...globalSlots.keys()] };
}

/** The machine's form of a constant. */
export function constantValue(constant: Constant): Value {
  switch (constant.kind) {
    case 'none':
      return null;
    case 'int':
      return normalizeInt(constant.value);
    case 'float':
      return new Float(constant.value);
    default:
      return constant.value;
  }
}

function linkClass({ name, qualifiedName, methods }: ClassCode, functions: readonly LinkedFunction[]): LinkedClass {
  return {
    name,
    qualifiedName,
    methods: methods.map(method => ({ name: method.name, function: functions[method.function] })),
  };
}

function linkFunction(code: FunctionCode, index: FunctionIndex, globalSlot: (name: string) => number): LinkedFunction {
  const length = code.opcodes.length;
  const opcodes = new Uint8Array(length + 1);
  opcodes.set(code.opcodes);
  opcodes[length] = END_OF_CODE;
  const needs = new Int32Array(length + 1);
  const growth = new Int32Array(length + 1);
  for (let at = 0; at < length; at++) measure(code, at, needs, growth);
  const { parameters } = code;
  return {
    index,
    code,
    opcodes,
    operands: code.operands,
    needs,
    growth,
    constants: code.constants.map(constantValue),
    variables: code.variables.map(variable => ({ ...variable, globalSlot: globalSlot(variable.name) })),
    sites: code.sites.map(site => ({ ...site, target: null, builtIn: builtInOf(site) })),
    names: code.names,
    isGenerator: isGenerator(code),
    classCell: code.captures.includes(CLASS_CELL) ? code.cells.length + code.captures.indexOf(CLASS_CELL) : -1,
    cellCount: code.cells.length + code.captures.length,
    plainParameters: parameters.filter(parameter => parameter.kind === 'plain').length,
    restSlot: parameters.findIndex(parameter => parameter.kind === 'rest'),
    namedSlot: parameters.findIndex(parameter => parameter.kind === 'named'),
    defaults: new Map(
      parameters.flatMap(({ defaultValue }, slot) =>
        defaultValue === undefined ? [] : [[slot, constantValue(defaultValue)]],
      ),
    ),
  };
}

function builtInOf({ callee }: Site): Value | undefined {
  return callee?.kind === 'built-in' ? builtInNamed(callee.name) : undefined;
}

function measure(code: FunctionCode, at: number, needs: Int32Array, growth: Int32Array): void {
  const instruction = instructionOf(code.opcodes[at]) as Instruction;
  const count = countAt(code, at);
  const next = stackEffect(instruction, 'next', count);
  const jump = stackEffect(instruction, 'jump', count);
  needs[at] = Math.max(next.pops, jump.pops);
  growth[at] = Math.max(next.pushes - next.pops, jump.pushes - jump.pops);
}
