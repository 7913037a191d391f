import { Op } from '../../isa/index.ts';
import { operandUse } from '../operands.ts';
import type { FunctionCode } from '../program.ts';

/** The names that a function declares to live elsewhere, each in the order of its first use. */
export interface DeclaredNames {
  /** Global variables that it stores or deletes by `STORE_VAR` or `DELETE_VAR`. */
  readonly globals: readonly string[];
  /** Variables of enclosing functions. */
  readonly nonlocals: readonly string[];
}

/** What `.global` and `.nonlocal` have to say in a function. */
export function declaredNames({ opcodes, operands, variables, cells }: FunctionCode): DeclaredNames {
  const globals = new Set<string>();
  const nonlocals = new Set<string>();
  for (let at = 0; at < opcodes.length; at++) {
    if (operandUse(opcodes[at]) !== 'variable') continue;
    const { name, scope, slot } = variables[operands[at]];
    if (scope === 'global' && storesOwn(opcodes[at])) globals.add(name);
    else if (scope === 'cell' && slot >= cells.length) nonlocals.add(name);
  }
  return { globals: [...globals], nonlocals: [...nonlocals] };
}

/** Whether an instruction makes a name that is not declared otherwise a variable of its function. */
export function storesOwn(opcode: number): boolean {
  return opcode === Op.STORE_VAR || opcode === Op.DELETE_VAR;
}

/** Whether an instruction means the global of its name, whatever else has that name. */
export function isGlobalOnly(opcode: number): boolean {
  return opcode === Op.LOAD_GLOBAL || opcode === Op.STORE_GLOBAL;
}
