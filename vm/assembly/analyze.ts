import { isAssemblyError } from '../diagnostics/index.ts';
import { comparePositions } from '../source/index.ts';
import { StatementKind, TokenKind } from '../syntax/index.ts';
import { BUILT_IN_NAMES } from '../isa/index.ts';
import { verify } from '../verifier/index.ts';
import type { Analysis, SourceProvider } from './analysis.ts';
import { assemble } from './assemble.ts';
import { findingDiagnostics } from './finding-diagnostics.ts';
import { loadModules } from './load.ts';
import type { Module } from './module.ts';
import { tokenName } from './tokens.ts';

/**
 * Text to verified program: reads a file and its imports, binds, assembles and verifies them. Never throws on bad input; what
 * is right is understood whatever stands beside it.
 */
export function analyze(file: string, provider: SourceProvider): Analysis {
  const modules = loadModules(file, provider);
  const [module] = modules;
  const assembled = assemble(modules);
  const isRunnable = modules.every(each => !each.diagnostics.some(diagnostic => isAssemblyError(diagnostic.kind)));
  const verification = verify(assembled.program, {
    builtIns: BUILT_IN_NAMES,
    broken: assembled.broken,
    globalsOfBroken: namesMaybeStored(modules),
  });
  const findings = verification.findings.filter(finding => assembled.origins[finding.function].module === module);
  const found = findingDiagnostics(modules, assembled, findings);
  return {
    module,
    modules,
    program: isRunnable ? assembled.program : null,
    verification,
    diagnostics: [...module.diagnostics, ...found].toSorted((a, b) => comparePositions(a.span.start, b.span.start)),
    functionOfScope: assembled.indexOf,
    scopeOfFunction: index => assembled.origins[index],
  };
}

/**
 * Names that functions with errors may store: those that they do store as far as they can be understood, and every name in a
 * line that cannot, so that a misspelt `STORE_VAR` is one mistake and not one for each use of the variable.
 */
function namesMaybeStored(modules: readonly Module[]): Set<string> {
  const names = new Set<string>();
  for (const { symbols, tree } of modules) {
    for (const { kind, definition, name } of symbols) if (kind === 'global' && definition >= 0) names.add(name);
    for (let statement = 0; statement < tree.statementCount; statement++) {
      if (tree.statementKinds[statement] !== StatementKind.Unknown && tree.statementFaults[statement] === 0) continue;
      for (let token = tree.statementHeads[statement] + 1; token < tree.statementEnds[statement]; token++) {
        if (tree.tokenKinds[token] === TokenKind.Name) names.add(tokenName(tree, token));
      }
    }
  }
  return names;
}
