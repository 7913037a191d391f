import type { CodeLens, Command, Location, Position } from 'vscode-languageserver';
import { Role, type Analysis, type Module } from '../../vm/index.ts';
import { locationOfToken, rangeOfToken, rangeOfStatement } from '../locations.ts';
import { occurrencesOf, programName, type Programs } from '../program-names.ts';
import { callEffect } from '../signature.ts';
import type { Snapshot } from '../snapshot.ts';

/** The commands that lenses ask the editor to run; only those that it has said it knows are offered. */
export const LENS_COMMANDS = {
  run: 'bcasm.runFile',
  debug: 'bcasm.debugFile',
  references: 'bcasm.showReferences',
} as const;

/** What a lens is made of when it comes into sight. */
interface LensData {
  readonly uri: string;
  readonly scope: number;
  readonly kind: 'references' | 'effect';
}

/**
 * Above main: run and debug, where the editor can; above every function and class: who uses it, and what a call does to the
 * stack. Those are counted when they come into sight.
 */
export function codeLens(snapshot: Snapshot): CodeLens[] {
  const { module } = snapshot.analysis;
  const uri = snapshot.uriOf(module.file);
  const lenses = launchLenses(snapshot, module, uri);
  for (const [scope, { kind, symbol }] of module.scopes.entries()) {
    if (symbol < 0) continue;
    const range = rangeOfToken(snapshot, module, module.symbols[symbol].definition);
    const kinds: LensData['kind'][] = kind === 'function' ? ['references', 'effect'] : ['references'];
    for (const each of kinds) lenses.push({ range, data: { uri, scope, kind: each } satisfies LensData });
  }
  return lenses;
}

/** Gives a lens its words; one of a text that has changed since says nothing. */
export function resolveCodeLens(snapshot: Snapshot, lens: CodeLens, programs: Programs): CodeLens {
  const { analysis } = snapshot;
  const { scope, kind } = isLensData(lens.data) ? lens.data : { scope: -1, kind: undefined };
  if (kind === undefined || (analysis.module.scopes[scope]?.symbol ?? -1) < 0) return { ...lens, command: words('') };
  return kind === 'effect'
    ? { ...lens, command: words(callEffect(analysis, analysis.module, scope)) }
    : { ...lens, command: referencesCommand(snapshot, scope, lens.range.start, programs) };
}

export function uriOfLens({ data }: CodeLens): string | undefined {
  return isLensData(data) ? data.uri : undefined;
}

function isLensData(data: unknown): data is LensData {
  return (
    typeof data === 'object' &&
    data !== null &&
    'uri' in data &&
    typeof data.uri === 'string' &&
    'scope' in data &&
    typeof data.scope === 'number' &&
    'kind' in data &&
    (data.kind === 'references' || data.kind === 'effect')
  );
}

function launchLenses(snapshot: Snapshot, module: Module, uri: string): CodeLens[] {
  const [first] = module.scopes[0].instructions;
  if (first === undefined) return [];
  const range = rangeOfStatement(snapshot, module, first);
  const commands: Command[] = [
    { title: '▷ Run', command: LENS_COMMANDS.run, arguments: [uri] },
    { title: 'Debug', command: LENS_COMMANDS.debug, arguments: [uri] },
  ];
  return commands.filter(({ command }) => snapshot.client.commands.has(command)).map(command => ({ range, command }));
}

function referencesCommand(snapshot: Snapshot, scope: number, position: Position, programs: Programs): Command {
  const locations = referencesOf(snapshot, snapshot.analysis, scope, programs);
  const title = locations.length === 1 ? '1 reference' : `${locations.length} references`;
  if (!snapshot.client.commands.has(LENS_COMMANDS.references) || locations.length === 0) return words(title);
  const uri = snapshot.uriOf(snapshot.analysis.module.file);
  return { title, command: LENS_COMMANDS.references, arguments: [uri, position, locations] };
}

function referencesOf(snapshot: Snapshot, { module }: Analysis, scope: number, programs: Programs): Location[] {
  return occurrencesOf(programName(module, module.scopes[scope].symbol), programs)
    .filter(({ role }) => role !== Role.Definition)
    .map(each => locationOfToken(snapshot, each.module, each.token));
}

/** A lens that is only read. */
function words(title: string): Command {
  return { title, command: '' };
}
