import type { Location, Position } from 'vscode-languageserver';
import { Role } from '../../vm/index.ts';
import { locationOfToken } from '../locations.ts';
import { nameAt, occurrencesOf, type Programs } from '../program-names.ts';
import type { Snapshot } from '../snapshot.ts';

/**
 * Everywhere that the name at a position is said, in all files of `programs`. What only declares it (`.func`, `.const`, a
 * label, `.global`) is left out unless it is asked for; a store is a use.
 */
export function references(
  snapshot: Snapshot,
  position: Position,
  withDeclaration: boolean,
  programs: Programs,
): Location[] | null {
  const { module } = snapshot.analysis;
  const found = nameAt(module, snapshot.positions.toPlace(module.tree, position));
  if (found === undefined) return null;
  return occurrencesOf(found.name, programs)
    .filter(({ role }) => withDeclaration || (role !== Role.Definition && role !== Role.Declaration))
    .map(({ module, token }) => locationOfToken(snapshot, module, token));
}
