import { MAIN, type FunctionCode, type Program } from '../bytecode/index.ts';
import { Op } from '../isa/index.ts';

/** What all functions of a program store together. */
export interface AssignedNames {
  readonly assignedGlobals: ReadonlySet<string>;
  readonly globalsOfFunctions: ReadonlySet<string>;
  readonly assignedCaptures: ReadonlySet<string>;
}

export function assignedNames({ functions }: Program): AssignedNames {
  const globalsOfFunctions = new Set<string>();
  const assignedCaptures = new Set<string>();
  for (const code of functions.slice(MAIN + 1)) {
    const { globals, captures } = namesStored(code);
    for (const name of globals) globalsOfFunctions.add(name);
    for (const name of captures) assignedCaptures.add(name);
  }
  const assignedGlobals = new Set(globalsOfFunctions);
  for (const name of namesStored(functions[MAIN]).globals) assignedGlobals.add(name);
  return { assignedGlobals, globalsOfFunctions, assignedCaptures };
}

/** The names that the instructions of one function store and that others can see. */
interface NamesStored {
  readonly globals: ReadonlySet<string>;
  /** Variables of enclosing functions. */
  readonly captures: ReadonlySet<string>;
}

function namesStored(code: FunctionCode): NamesStored {
  const globals = new Set<string>();
  const captures = new Set<string>();
  const { opcodes, operands, variables, cells } = code;
  for (let at = 0; at < opcodes.length; at++) {
    if (opcodes[at] !== Op.STORE_VAR && opcodes[at] !== Op.STORE_GLOBAL) continue;
    const { name, scope, slot } = variables[operands[at]];
    if (scope === 'global') globals.add(name);
    else if (scope === 'cell' && slot >= cells.length) captures.add(name);
  }
  return { globals, captures };
}
