import { operandUse } from '../operands.ts';
import { isGlobalOnly, storesOwn } from './declared-names.ts';
import { Malformed } from './malformed.ts';
import type { DeclaredName, FunctionOutline, Outline, OutlinePools } from './outline.ts';

/** The variables that a function has itself: its parameters, then what it stores or deletes, by first use. */
export function ownVariables(code: FunctionOutline, pools: OutlinePools): ReadonlySet<string> {
  const elsewhere = new Set([...code.globals, ...code.nonlocals].map(({ name }) => name));
  const names = new Set(code.parameters.map(({ name }) => name));
  for (let at = 0; at < code.opcodes.length; at++) {
    if (!storesOwn(code.opcodes[at])) continue;
    const name = pools.name(code.operands[at]);
    if (!elsewhere.has(name)) names.add(name);
  }
  return names;
}

/**
 * Checks that a function declares to live elsewhere just the names for which that makes a difference, in the order of their
 * first use. Gives the names that are not local, each with the block of the function that has it.
 */
export function checkDeclaredNames(
  { blocks }: Outline,
  place: number,
  own: readonly ReadonlySet<string>[],
  pools: OutlinePools,
): ReadonlyMap<string, number> {
  const code = blocks[place] as FunctionOutline;
  checkUses(code, code.globals, pools, opcode => storesOwn(opcode));
  checkUses(code, code.nonlocals, pools, opcode => !isGlobalOnly(opcode));
  const owners = new Map<string, number>();
  for (const { name, offset } of code.nonlocals) {
    let owner = code.parent;
    while (owner > 0 && !own[owner].has(name)) owner = blocks[owner].parent;
    if (owner <= 0) throw new Malformed(offset, 'a variable of an enclosing function', name);
    owners.set(name, owner);
  }
  return owners;
}

/** Each declared name must be used by an instruction that heeds it, the first of them in the order of the names. */
function checkUses(
  code: FunctionOutline,
  declared: readonly DeclaredName[],
  pools: OutlinePools,
  heeds: (opcode: number) => boolean,
): void {
  if (declared.length === 0) return;
  const waiting = new Set(declared.map(({ name }) => name));
  let next = 0;
  for (let at = 0; at < code.opcodes.length && waiting.size > 0; at++) {
    if (operandUse(code.opcodes[at]) !== 'variable' || !heeds(code.opcodes[at])) continue;
    const name = pools.name(code.operands[at]);
    if (!waiting.delete(name)) continue;
    if (declared[next].name !== name) {
      throw new Malformed(
        declared[next].offset,
        `declared names in the order of use, ${name} first`,
        declared[next].name,
      );
    }
    next++;
  }
  if (waiting.size > 0) {
    throw new Malformed(declared[next].offset, 'a declared name that instructions use', declared[next].name);
  }
}
