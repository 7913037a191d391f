import { diagnose, isAssemblyError, type Diagnostic, type RelatedLocation } from '../diagnostics/index.ts';
import { comparePositions, joinSpans, lineSpan, type Span } from '../source/index.ts';
import { StatementKind, TokenKind, spanOfStatement, spanOfToken } from '../syntax/index.ts';
import { BUILT_IN_NAMES } from '../isa/index.ts';
import { verify, type Finding } from '../verifier/index.ts';
import type { Analysis, SourceProvider } from './analysis.ts';
import { assemble, type Assembled } from './assemble.ts';
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
  const found = findings.map(finding => diagnosticOf(assembled, finding));
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

function diagnosticOf(assembled: Assembled, finding: Finding): Diagnostic {
  const related = finding.related.map((each): RelatedLocation => {
    const { module } = assembled.origins[each.function];
    return { file: module.file, span: spanOfPart(assembled, each.function, each.at, each.part), message: each.message };
  });
  const first = spanOfPart(assembled, finding.function, finding.at, finding.part);
  const span =
    finding.last === undefined
      ? first
      : joinSpans(first, spanOfPart(assembled, finding.function, finding.last, finding.part));
  return diagnose(finding.kind, span, finding.parameters as never, { related });
}

/** Where a part of an instruction stands in the text; behind the last instruction, where the function is named. */
function spanOfPart(assembled: Assembled, index: number, at: number, part: Finding['part']): Span {
  const { module, scope } = assembled.origins[index];
  const { tree, scopes } = module;
  if (part === 'label') {
    const label = labelBefore(module, scope, at);
    if (label >= 0) return spanOfToken(tree, label);
  }
  if (at >= scopes[scope].instructions.length) return spanOfEnd(module, scope);
  const statement = scopes[scope].instructions[at];
  const head = tree.statementHeads[statement];
  if (part === 'instruction') return spanOfStatement(tree, statement);
  return spanOfToken(tree, part === 'operand' && head + 1 < tree.statementEnds[statement] ? head + 1 : head);
}

function labelBefore(module: Module, scope: number, at: number): number {
  const { labels } = module.scopes[scope];
  let definitions = labelDefinitions.get(labels);
  if (definitions === undefined) {
    definitions = new Map();
    for (const symbol of labels.values()) {
      const { instruction, definition } = module.symbols[symbol];
      if (!definitions.has(instruction)) definitions.set(instruction, definition);
    }
    labelDefinitions.set(labels, definitions);
  }
  return definitions.get(at) ?? -1;
}

/** For the labels of a scope the first definition before each instruction: there may be many findings about many labels. */
const labelDefinitions = new WeakMap<ReadonlyMap<string, number>, Map<number, number>>();

function spanOfEnd(module: Module, scope: number): Span {
  const { tree } = module;
  const block = tree.blocks[scope];
  if (block.open < 0) return lineSpan(tree.lineCount - 1, 0, 0);
  const head = tree.statementHeads[block.open];
  const hasName = tree.statementEnds[block.open] > head + 1;
  return spanOfToken(tree, hasName ? head + 1 : head);
}
