import { Role, tokenAt, type Analysis, type Diagnostic, type DiagnosticKind, type Module } from '../vm/index.ts';
import { nameOfToken, occurrencesIn, type Programs } from './program-names.ts';

/** What a use or a store in another file refutes: all files of a program share their globals, and imports give functions and constants. */
const REFUTING_ROLES: ReadonlyMap<DiagnosticKind, (role: Role) => boolean> = new Map([
  ['unused-function', isUse],
  ['unused-constant', isUse],
  ['variable-never-assigned', (role: Role) => role === Role.Write],
]);

/** The findings of a file, as a program of its own, that are not so in a program which imports it. */
export function refutedByImporters(analysis: Analysis, programs: Programs): ReadonlySet<Diagnostic> {
  const { file } = analysis.module;
  const doubtful = analysis.diagnostics.filter(({ kind }) => REFUTING_ROLES.has(kind));
  if (doubtful.length === 0) return NONE;
  const importers = programs().filter(
    each => each.module.file !== file && each.modules.some(module => module.file === file),
  );
  const others = new Map(importers.flatMap(({ modules }) => modules.map(module => [module.file, module])));
  others.delete(file);
  if (others.size === 0) return NONE;
  return new Set(doubtful.filter(finding => isRefuted(analysis.module, finding, [...others.values()])));
}

const NONE: ReadonlySet<Diagnostic> = new Set();

function isRefuted(module: Module, { kind, span }: Diagnostic, others: readonly Module[]): boolean {
  const name = nameOfToken(module, tokenAt(module.tree, span.start));
  const refutes = REFUTING_ROLES.get(kind);
  if (name === undefined || refutes === undefined) return false;
  return others.some(other => occurrencesIn(other, name).some(({ role }) => refutes(role)));
}

function isUse(role: Role): boolean {
  return role !== Role.Definition && role !== Role.Declaration;
}
