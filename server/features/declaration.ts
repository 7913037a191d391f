import type { Location, Position } from 'vscode-languageserver';
import { Role, type Analysis, type Module } from '../../vm/index.ts';
import { locationOfToken } from '../locations.ts';
import { definitionOf, nameAt, occurrencesIn, type ProgramName } from '../program-names.ts';
import { scopeOfToken } from '../method-names.ts';
import type { Snapshot } from '../snapshot.ts';

/**
 * Where a file is told of the name at a position: for what another file defines the `.import` that brings it, for a variable
 * the `.global` or `.nonlocal` of this function. Else where it is defined.
 */
export function declaration(snapshot: Snapshot, position: Position): Location | null {
  const { analysis, positions } = snapshot;
  const { module } = analysis;
  const found = nameAt(module, positions.toPlace(module.tree, position));
  if (found === undefined) return null;
  const token = importOf(module, found.name) ?? declaredIn(module, found.name, scopeOfToken(module, found.token));
  return token === undefined
    ? definitionPlace(snapshot, analysis, found.name)
    : locationOfToken(snapshot, module, token);
}

/** The path of the import that makes a name of another file usable in this one. */
function importOf({ file, imports }: Module, name: ProgramName): number | undefined {
  if (name.module.file === file || name.kind === 'global' || name.kind === 'built-in') return undefined;
  return imports.find(({ module }) => module?.file === name.module.file)?.token;
}

function declaredIn(module: Module, name: ProgramName, scope: number): number | undefined {
  return occurrencesIn(module, name).find(
    ({ role, token }) => role === Role.Declaration && scopeOfToken(module, token) === scope,
  )?.token;
}

function definitionPlace(snapshot: Snapshot, analysis: Analysis, name: ProgramName): Location | null {
  const found = definitionOf(name, analysis);
  return found === undefined ? null : locationOfToken(snapshot, found.module, found.token);
}
