import type { Position, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { KEYWORDS, instructionOf, isIdentifier, tokenName, tokenText, type Module } from '../../vm/index.ts';
import { instructionOfStatement } from '../cursor.ts';
import { rangeOfToken } from '../locations.ts';
import {
  modulesSharing,
  nameAt,
  occurrencesOf,
  isOfOneFile,
  type Occurrence,
  type ProgramName,
  type Programs,
} from '../program-names.ts';
import { changedMeaning } from '../renamed-program.ts';
import type { Snapshot } from '../snapshot.ts';

/** Why a name cannot be renamed, as a sentence for people. */
export interface Refusal {
  readonly refusal: string;
}

/** The stretch that a rename at a position would change there, with the name as it is; or why there is none. */
export function prepareRename(
  snapshot: Snapshot,
  position: Position,
  programs: Programs,
): { range: Range; placeholder: string } | Refusal {
  const { module } = snapshot.analysis;
  const found = nameAt(module, snapshot.positions.toPlace(module.tree, position));
  if (found === undefined) return { refusal: 'There is no name here that could be renamed.' };
  const refusal = reasonToKeep(found.name, programs);
  if (refusal !== undefined) return { refusal };
  return { range: rangeOfToken(snapshot, module, found.token), placeholder: tokenText(module.tree, found.token) };
}

/**
 * Renames the name at a position in all files of `programs`. Refused where the new name is taken or is none, and where any
 * program would mean something else: the renamed text is bound again, and every name must mean what it meant.
 */
export function rename(
  snapshot: Snapshot,
  position: Position,
  newName: string,
  programs: Programs,
): WorkspaceEdit | Refusal {
  const { module } = snapshot.analysis;
  const found = nameAt(module, snapshot.positions.toPlace(module.tree, position));
  if (found === undefined) return { refusal: 'There is no name here that could be renamed.' };
  const name = newName.trim();
  const occurrences = occurrencesOf(found.name, programs);
  const refusal =
    reasonToKeep(found.name, programs) ??
    reasonAgainst(found.name, name, programs) ??
    changedMeaning(occurrences, name, isOfOneFile(found.name) ? [snapshot.analysis] : programs());
  return refusal === undefined ? { changes: editsOf(snapshot, occurrences, name) } : { refusal };
}

function editsOf(snapshot: Snapshot, occurrences: readonly Occurrence[], newText: string) {
  const changes: Record<string, TextEdit[]> = {};
  for (const { module, token } of occurrences) {
    (changes[snapshot.uriOf(module.file)] ??= []).push({ range: rangeOfToken(snapshot, module, token), newText });
  }
  return changes;
}

/** Why a name has to stay as it is, whatever the new one would be. */
function reasonToKeep(name: ProgramName, programs: Programs): string | undefined {
  const { module, kind } = name;
  const owner = module.scopes[module.symbols[name.symbol].scope];
  if (kind === 'built-in') return `\`${name.name}\` is a built-in.`;
  if (kind === 'function' && owner.kind === 'class')
    return `\`${name.name}\` is a method: the program looks it up by name while it runs.`;
  return kind === 'parameter' ? dynamicUse(name, programs) : undefined;
}

/** A call of an unknown callee that passes an argument by the parameter's name: it may be this parameter. */
function dynamicUse(parameter: ProgramName, programs: Programs): string | undefined {
  for (const module of modulesSharing(parameter, programs)) {
    const { tree } = module;
    for (let statement = 0; statement < tree.statementCount; statement++) {
      const operands = instructionOf(tree.statementCodes[statement])?.operands;
      if (operands?.at(-1)?.kind !== 'argument-name' || operands[0].kind === 'function') continue;
      if (instructionOfStatement(module, statement) === undefined) continue;
      for (let token = tree.statementHeads[statement] + 2; token < tree.statementEnds[statement]; token++) {
        if (tokenName(tree, token) !== parameter.name) continue;
        return `Line ${tree.statementLines[statement] + 1} passes \`${parameter.name}\` by name to a function that is known only when it runs.`;
      }
    }
  }
  return undefined;
}

/** Why a name cannot become `newName`, as far as that shows without binding the text again. */
function reasonAgainst(name: ProgramName, newName: string, programs: Programs): string | undefined {
  if (KEYWORDS.has(newName)) return `\`${newName}\` is a literal of the language.`;
  if (!isIdentifier(newName)) return `\`${newName}\` is no name: expected letters, digits and \`_\`, no digit first.`;
  const wanted = newName.normalize('NFKC');
  if (wanted === name.name) return undefined;
  for (const module of modulesSharing(name, programs)) {
    const clash = clashIn(module, name, wanted);
    if (clash !== undefined) return clash;
  }
  return undefined;
}

function clashIn(module: Module, name: ProgramName, wanted: string): string | undefined {
  const isHome = module.file === name.module.file;
  const scopeIndex = isHome ? name.module.symbols[name.symbol].scope : 0;
  const scope = module.scopes[scopeIndex];
  const where = scopeIndex === 0 ? 'main' : `\`${scope.name}\``;
  switch (name.kind) {
    case 'label':
      return scope.labels.has(wanted) ? `There is a label \`${wanted}\` in ${where} already.` : undefined;
    case 'constant':
      return isHome && module.constants.has(wanted) ? `There is a constant \`${wanted}\` already.` : undefined;
    case 'function':
    case 'class':
      return isHome && scope.callables.has(wanted)
        ? `There is a function or class \`${wanted}\` in ${where} already.`
        : undefined;
    case 'parameter':
    case 'local':
      return isHome && scope.variables.has(wanted)
        ? `There is a variable \`${wanted}\` in ${where} already.`
        : undefined;
    default: {
      const symbol = module.symbols[module.scopes[0].variables.get(wanted) ?? -1];
      if (symbol === undefined) return undefined;
      return symbol.kind === 'built-in'
        ? `\`${wanted}\` is a built-in that the program uses.`
        : `There is a global variable \`${wanted}\` already.`;
    }
  }
}
