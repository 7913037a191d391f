import type { FunctionCode } from '../bytecode/index.ts';
import { Op } from '../isa/index.ts';

/** The names that the instructions of one function store and that others can see. */
export interface NamesStored {
  readonly globals: ReadonlySet<string>;
  /** Variables of enclosing functions. */
  readonly captures: ReadonlySet<string>;
}

export function namesStored(code: FunctionCode): NamesStored {
  let globals: Set<string> | undefined;
  let captures: Set<string> | undefined;
  const { opcodes, operands, variables, cells } = code;
  for (let at = 0; at < opcodes.length; at++) {
    if (opcodes[at] !== Op.STORE_VAR && opcodes[at] !== Op.STORE_GLOBAL) continue;
    const { name, scope, slot } = variables[operands[at]];
    if (scope === 'global') (globals ??= new Set()).add(name);
    else if (scope === 'cell' && slot >= cells.length) (captures ??= new Set()).add(name);
  }
  return { globals: globals ?? NONE, captures: captures ?? NONE };
}

const NONE: ReadonlySet<string> = new Set();
