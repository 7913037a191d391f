import type { Location, Position } from 'vscode-languageserver';
import { Role, type Module } from '../../vm/index.ts';
import { instructionAt, wordAt } from '../cursor.ts';
import { locationOfStatement, locationOfToken } from '../locations.ts';
import { instructionsNamingMember, memberNameOf, methodsNamed } from '../method-names.ts';
import { nameAt, occurrencesOf, type Programs } from '../program-names.ts';
import type { Snapshot } from '../snapshot.ts';
import { usesOf } from '../value-flow.ts';

/**
 * Everywhere that the name at a position is said, in all files of `programs`. What only declares it (`.func`, `.const`, a
 * label, `.global`) is left out unless it is asked for; a store is a use.
 * For a mnemonic: the instructions that may take what it makes, across branches and calls.
 */
export function references(
  snapshot: Snapshot,
  position: Position,
  withDeclaration: boolean,
  programs: Programs,
): Location[] | null {
  const { module } = snapshot.analysis;
  const place = snapshot.positions.toPlace(module.tree, position);
  const instruction = instructionAt(module, place);
  if (instruction !== undefined) {
    return usesOf(snapshot.analysis, { ...instruction, module }, programs).map(use =>
      locationOfStatement(snapshot, use.module, use.statement),
    );
  }
  const token = wordAt(module.tree, place);
  const member = token < 0 ? undefined : memberNameOf(module, token);
  if (member !== undefined) return memberReferences(snapshot, member, withDeclaration, programs);
  const found = nameAt(module, place);
  if (found === undefined) return null;
  return occurrencesOf(found.name, programs)
    .filter(({ role }) => withDeclaration || (role !== Role.Definition && role !== Role.Declaration))
    .map(({ module, token }) => locationOfToken(snapshot, module, token));
}

/** An attribute is known by its name alone: every instruction that names it may mean it, in any class. */
function memberReferences(snapshot: Snapshot, name: string, withDeclaration: boolean, programs: Programs): Location[] {
  const found = new Map<string, Location>();
  const add = (module: Module, token: number): void => {
    const key = `${token} ${module.file}`;
    if (!found.has(key)) found.set(key, locationOfToken(snapshot, module, token));
  };
  for (const program of programs()) {
    for (const { module, scope } of withDeclaration ? methodsNamed(program, name) : []) {
      add(module, module.symbols[module.scopes[scope].symbol].definition);
    }
    for (const { module, token } of instructionsNamingMember(program, name)) add(module, token);
  }
  return [...found.values()];
}
