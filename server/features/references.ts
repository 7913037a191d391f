import type { Location, Position } from 'vscode-languageserver';
import { Role } from '../../vm/index.ts';
import { instructionAt } from '../cursor.ts';
import { locationOfStatement, locationOfToken } from '../locations.ts';
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
  const found = nameAt(module, place);
  if (found === undefined) return null;
  return occurrencesOf(found.name, programs)
    .filter(({ role }) => withDeclaration || (role !== Role.Definition && role !== Role.Declaration))
    .map(({ module, token }) => locationOfToken(snapshot, module, token));
}
