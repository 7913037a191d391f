import { Suggestions, diagnose, replacementFix, type Diagnostic, type RelatedLocation } from '../diagnostics/index.ts';
import { BUILT_IN_NAMES, Op } from '../isa/index.ts';
import { joinSpans, lineSpan, type Span } from '../source/index.ts';
import { spanOfStatement, spanOfToken } from '../syntax/index.ts';
import type { Finding } from '../verifier/index.ts';
import type { Assembled } from './assemble.ts';
import type { Module } from './module.ts';

/** Findings of the verifier as diagnostics, at their places in the text. For a name that nothing assigns a similar one is offered. */
export function findingDiagnostics(
  modules: readonly Module[],
  assembled: Assembled,
  findings: readonly Finding[],
): Diagnostic[] {
  const suggestions = new Suggestions();
  return findings.map(finding => {
    const found = diagnosticOf(assembled, finding);
    if (finding.kind !== 'variable-never-assigned') return found;
    const { name, isLocal } = finding.parameters;
    const suggestion = suggestions.nearest(name, namesMeant(modules, assembled, finding));
    const fixes = replacementFix(found.span, suggestion);
    return diagnose(finding.kind, found.span, { name, isLocal, suggestion }, { fixes });
  });
}

/** The names that the instruction of a finding may mean: variables of its function, and where it looks further others. */
function* namesMeant(
  modules: readonly Module[],
  { origins, program }: Assembled,
  { function: index, at }: Finding,
): Iterable<string> {
  const { module, scope } = origins[index];
  if (scope > 0) yield* module.scopes[scope].variables.keys();
  const opcode = program.functions[index].opcodes[at];
  if (opcode === Op.LOAD_LOCAL) return;
  for (const { scopes, symbols } of modules) {
    for (const [name, symbol] of scopes[0].variables) if (symbols[symbol].definition >= 0) yield name;
  }
  if (opcode !== Op.DELETE_VAR) yield* BUILT_IN_NAMES;
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
