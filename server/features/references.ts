import type { Location, Position } from 'vscode-languageserver';
import { Role, type Analysis, type Module } from '../../vm/index.ts';
import { instructionAt, wordAt } from '../cursor.ts';
import { locationOfStatement, locationOfToken } from '../locations.ts';
import { methodsMeant } from '../method-lookup.ts';
import { instructionsNamingMember, memberNameOf, methodAt, methodsNamed, type MethodPlace } from '../method-names.ts';
import { definitionOfMethod, usesOfMethod } from '../method-uses.ts';
import { nameAt, occurrencesOf, type Programs } from '../program-names.ts';
import type { Snapshot } from '../snapshot.ts';
import { placeOfToken, usesOf } from '../value-flow.ts';

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
  if (member !== undefined) {
    return memberPlaces(snapshot.analysis, token, member, withDeclaration, programs).map(each =>
      locationOfToken(snapshot, each.module, each.token),
    );
  }
  const found = nameAt(module, place);
  if (found === undefined) return null;
  return occurrencesOf(found.name, programs)
    .filter(({ role }) => withDeclaration || (role !== Role.Definition && role !== Role.Declaration))
    .map(({ module, token }) => locationOfToken(snapshot, module, token));
}

interface TokenPlace {
  readonly module: Module;
  readonly token: number;
}

/**
 * Of a method, or of a member whose object is known: what may mean the same methods. An attribute else is known by its name
 * alone: every instruction that names it may mean it, in any class.
 */
function memberPlaces(
  analysis: Analysis,
  token: number,
  name: string,
  withDeclaration: boolean,
  programs: Programs,
): TokenPlace[] {
  const methods = methodsAt(analysis, token);
  const found = new Map<string, TokenPlace>();
  const add = (module: Module, at: number): void => {
    const key = `${at} ${module.file}`;
    if (!found.has(key)) found.set(key, { module, token: at });
  };
  for (const method of methods ?? []) {
    if (withDeclaration) add(method.module, definitionOfMethod(method));
    for (const use of usesOfMethod(method, programs)) add(use.module, use.token);
  }
  for (const program of methods === undefined ? programs() : []) {
    for (const method of withDeclaration ? methodsNamed(program, name) : []) {
      add(method.module, definitionOfMethod(method));
    }
    for (const place of instructionsNamingMember(program, name)) add(place.module, place.token);
  }
  return [...found.values()];
}

/** The methods that a token surely means: the one that it defines, or those of the object whose member it names. */
function methodsAt(analysis: Analysis, token: number): readonly MethodPlace[] | undefined {
  const method = methodAt(analysis.module, token);
  if (method !== undefined) return [method];
  const place = placeOfToken(analysis.module, token);
  return place && methodsMeant(analysis, place);
}
