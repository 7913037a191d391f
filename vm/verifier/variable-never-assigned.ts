import { Op } from '../isa/index.ts';
import type { Placeholders } from './function-draft.ts';
import type { InstructionProperty } from './instruction-property.ts';
import type { Finding } from './report.ts';
import type { StackWalker } from './stack-walker.ts';
import type { Subject } from './subject.ts';

/**
 * Theorem: the name of an instruction found here is unbound whenever the instruction runs, because nothing in the program
 * stores the variable, and no built-in stands in for it.
 */
export const variableNeverAssigned: InstructionProperty = {
  opcodes: [Op.LOAD_VAR, Op.LOAD_LOCAL, Op.LOAD_GLOBAL, Op.DELETE_VAR],
  find,
};

function find({ index, code, surroundings }: Subject, walker: StackWalker): Finding | undefined {
  const opcode = code.opcodes[walker.at];
  const { name, slot } = code.variables[code.operands[walker.at]];
  if (slot >= 0 || (code.placeholders !== undefined && mayBeStored(code.placeholders, name))) return undefined;
  // `LOAD_LOCAL` of a name that is no local: no global stands in for it.
  const isLocal = opcode === Op.LOAD_LOCAL;
  if (!isLocal && surroundings.assignedGlobals.has(name)) return undefined;
  if (LOADS_GLOBALS.has(opcode) && surroundings.builtIns.has(name)) return undefined;
  return {
    kind: 'variable-never-assigned',
    function: index,
    at: walker.at,
    part: 'operand',
    parameters: { name, isLocal },
    related: [],
  };
}

/** Those that fall back on built-ins. */
const LOADS_GLOBALS = new Set([Op.LOAD_VAR, Op.LOAD_GLOBAL]);

/** Whether a mistake in the text may have meant to store a name, or to say where it lives. */
function mayBeStored({ hasUnknownVariables, mayStore }: Placeholders, name: string): boolean {
  return hasUnknownVariables || mayStore === undefined || mayStore.has(name);
}
