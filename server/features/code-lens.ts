import type { CodeLens, Command, Position } from 'vscode-languageserver';
import { Role, type Module } from '../../vm/index.ts';
import { locationOfToken, rangeOfToken, rangeOfStatement } from '../locations.ts';
import { methodAt } from '../method-names.ts';
import { usesOfMethod } from '../method-uses.ts';
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
  const { module } = snapshot.analysis;
  const found = referencesOf(module, scope, programs);
  const title = referencesTitle(module.scopes[scope].name, found);
  if (!snapshot.client.commands.has(LENS_COMMANDS.references) || found.length === 0) return words(title);
  const locations = found.map(each => locationOfToken(snapshot, each.module, each.token));
  return { title, command: LENS_COMMANDS.references, arguments: [snapshot.uriOf(module.file), position, locations] };
}

interface Reference {
  readonly module: Module;
  readonly token: number;
  /** Whether only its name speaks for it. */
  readonly isByName?: boolean;
}

function referencesOf(module: Module, scope: number, programs: Programs): Reference[] {
  const { symbol } = module.scopes[scope];
  const method = methodAt(module, module.symbols[symbol].definition);
  const uses = method === undefined ? [] : usesOfMethod(method, programs);
  const occurrences = occurrencesOf(programName(module, symbol), programs);
  return [...occurrences.filter(({ role }) => role !== Role.Definition), ...uses];
}

/** `2 references`, `2 references, 1 more by name`, `1 reference by name`. */
function referencesTitle(name: string, found: readonly Reference[]): string {
  const byName = found.filter(({ isByName }) => isByName === true).length;
  const known = found.length - byName;
  // The machine calls it: for an operator, or where an instance is made.
  if (found.length === 0 && /^__.+__$/.test(name)) return 'special method';
  if (known === 0 && byName > 0) return `${referenceCount(byName)} by name`;
  return byName === 0 ? referenceCount(known) : `${referenceCount(known)}, ${byName} more by name`;
}

function referenceCount(count: number): string {
  return count === 1 ? '1 reference' : `${count} references`;
}

/** A lens that is only read. */
function words(title: string): Command {
  return { title, command: '' };
}
