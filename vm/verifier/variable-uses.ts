import { MAIN, operandUse, type Variable } from '../bytecode/index.ts';
import { INSTRUCTIONS, Op } from '../isa/index.ts';
import { CAN_CALL, CAN_CALL_METHODS, CAN_FAIL } from './consequences.ts';
import { Unknown, unknownAt } from './function-draft.ts';
import { isProtected } from './handlers.ts';
import type { Subject } from './subject.ts';

/** The instructions whose operand is a variable. */
const IS_VARIABLE = new Uint8Array(256);
for (const { code } of INSTRUCTIONS) IS_VARIABLE[code] = operandUse(code) === 'variable' ? 1 : 0;

/**
 * What an instruction means for a variable; a call is one for all that other functions store. `Fail` stands where an error
 * may leave the block for a handler of this function, `Anything` where a mistake of the text may store any variable.
 */
export const Use = { Read: 1, Assign: 2, Unassign: 3, Call: 4, Fail: 5, Anything: 6 } as const;
export type Use = (typeof Use)[keyof typeof Use];

/** A variable that may be unbound, followed through one function: a local, an own cell, or in main a global. */
export interface FollowedVariable {
  readonly name: string;
  readonly isBoundOnEntry: boolean;
  /** Whether it counts as assigned after any call, because some other function stores it. */
  readonly isAssignedByCalls: boolean;
}

/** All that a function does with these variables where it can be reached, as columns, block by block in text order. */
export interface VariableUses {
  readonly followed: readonly FollowedVariable[];
  /** Uses of block b are `starts[b]` up to `starts[b + 1]`, exclusive. */
  readonly starts: Int32Array;
  readonly at: readonly number[];
  readonly use: readonly Use[];
  /** The index in `followed`; -1 for what is about none of them. */
  readonly variable: readonly number[];
}

/**
 * Reads that something else stands in for when the variable is unbound are left out: they don't fail. So are calls where no
 * variable counts on them, and errors between which nothing has changed.
 */
export function collectVariableUses(subject: Subject): VariableUses {
  const { code, graph, handlers, surroundings } = subject;
  const { followed, numbers } = numberVariables(subject);
  const starts = new Int32Array(graph.blockCount + 1);
  const at: number[] = [];
  const use: Use[] = [];
  const variable: number[] = [];
  const add = (index: number, what: Use, number: number): void => {
    at.push(index);
    use.push(what);
    variable.push(number);
  };
  const canCall = surroundings.hasClasses ? CAN_CALL_METHODS : CAN_CALL;
  const callsMatter = followed.some(({ isAssignedByCalls }) => isAssignedByCalls);
  for (let block = 0; block < graph.blockCount && followed.length > 0; block++) {
    const end = graph.position[block] < 0 ? 0 : graph.starts[block + 1];
    const canBeCaught = isProtected(handlers, block);
    let hasChanged = canBeCaught;
    for (let index = graph.starts[block]; index < end; index++) {
      const opcode = code.opcodes[index];
      const isCall = callsMatter && canCall[opcode] === 1;
      if (hasChanged && CAN_FAIL[opcode] === 1) {
        add(index, Use.Fail, -1);
        hasChanged = false;
      }
      if (isCall) {
        add(index, Use.Call, -1);
        if (canBeCaught) add(index, Use.Fail, -1);
      }
      const unknown = unknownAt(code, index);
      if (unknown & Unknown.Variable) {
        add(index, Use.Anything, -1);
        hasChanged = canBeCaught;
        continue;
      }
      if (IS_VARIABLE[opcode] === 0) continue;
      const number = numbers[code.operands[index]];
      if (number < 0) continue;
      const isStore = opcode === Op.STORE_VAR || opcode === Op.STORE_GLOBAL;
      if (isStore) add(index, Use.Assign, number);
      else if (unknown === 0 && canFail(subject, opcode, code.variables[code.operands[index]]))
        add(index, Use.Read, number);
      if (opcode === Op.DELETE_VAR) add(index, Use.Unassign, number);
      if (canBeCaught && (isStore || opcode === Op.DELETE_VAR)) hasChanged = true;
    }
    starts[block + 1] = at.length;
  }
  return { followed, starts, at, use, variable };
}

function canFail({ surroundings }: Subject, opcode: number, { name, scope }: Variable): boolean {
  if (opcode === Op.DELETE_VAR) return true;
  if (opcode === Op.LOAD_LOCAL) return true;
  if (surroundings.builtIns.has(name)) return false;
  if (scope === 'global') return true;
  return !surroundings.assignedGlobals.has(name);
}

/** For each entry of the function's variable table its index in `followed`, or -1. */
function numberVariables({ index, code, surroundings }: Subject): {
  followed: FollowedVariable[];
  numbers: Int32Array;
} {
  const followed: FollowedVariable[] = [];
  const byPlace = new Map<string, number>();
  const numbers = new Int32Array(code.variables.length).fill(-1);
  for (let entry = 0; entry < code.variables.length; entry++) {
    const { name, scope, slot } = code.variables[entry];
    if (scope === 'cell' && slot >= code.cells.length) continue;
    if (scope === 'local' && slot < 0) continue;
    if (scope === 'global' && (index !== MAIN || !surroundings.assignedGlobals.has(name))) continue;
    const place = scope === 'global' ? name : `${scope} ${slot}`;
    let number = byPlace.get(place);
    if (number === undefined) {
      number = followed.length;
      byPlace.set(place, number);
      followed.push({
        name,
        isBoundOnEntry:
          (scope === 'local' && slot < code.parameters.length) || (scope === 'cell' && code.cells[slot].parameter >= 0),
        isAssignedByCalls:
          (scope === 'global' && surroundings.globalsOfFunctions.has(name)) ||
          (scope === 'cell' && surroundings.assignedCaptures.has(name)),
      });
    }
    numbers[entry] = number;
  }
  return { followed, numbers };
}
