import { diagnose, replacementFix } from '../diagnostics/index.ts';
import { BUILT_IN_NAMES, Op } from '../isa/index.ts';
import { joinSpans, lineSpan, type Span } from '../source/index.ts';
import { spanOfStatement, spanOfToken } from '../syntax/index.ts';
import type { FunctionCode, FunctionIndex } from '../bytecode/index.ts';
import { needsKnownStores, type Finding } from '../verifier/index.ts';
import type { BoundUnit } from './bind-unit.ts';
import type { UnitDiagnostic, UnitRelated } from './binding.ts';
import type { Unit } from './unit.ts';

/** Where a function comes from. */
export interface FunctionHome {
  readonly unit: Unit;
  readonly scope: number;
}

/**
 * A finding of the verifier as a diagnostic of the unit that it is found in. For a name that nothing assigns a similar one is to be
 * offered; `storedGlobals` are those of the whole program.
 */
export function findingDiagnostic(
  finding: Finding,
  { unit, scope }: FunctionHome,
  homeOf: (index: FunctionIndex) => FunctionHome,
  storedGlobals: () => Iterable<string>,
): UnitDiagnostic {
  const { bound } = unit;
  const related = finding.related.map(each => relatedPlace(each, unit, homeOf(each.function)));
  const first = spanOfPart(bound, scope, finding.at, finding.part);
  const span =
    finding.last === undefined ? first : joinSpans(first, spanOfPart(bound, scope, finding.last, finding.part));
  const code = unit.codes[scope] as FunctionCode;
  const told = diagnose(finding.kind, span, finding.parameters as never, { related });
  const found = needsKnownStores(finding, code) ? { ...told, needsKnownStores: true } : told;
  if (finding.kind !== 'variable-never-assigned') return found;
  const { name, isLocal } = finding.parameters;
  const opcode = code.opcodes[finding.at];
  const suggest = {
    word: name,
    candidates: () => namesMeant(bound, scope, opcode, storedGlobals),
    withSuggestion: (suggestion: string) =>
      diagnose(
        'variable-never-assigned',
        span,
        { name, isLocal, suggestion },
        { fixes: replacementFix(span, suggestion) },
      ),
  };
  return { ...found, suggest };
}

/** The names that an instruction may mean: variables of its function, and where it looks further others. */
function* namesMeant(
  { scopes }: BoundUnit,
  scope: number,
  opcode: number,
  storedGlobals: () => Iterable<string>,
): Iterable<string> {
  if (scope > 0) yield* scopes[scope].variables.keys();
  if (opcode === Op.LOAD_LOCAL) return;
  yield* storedGlobals();
  if (opcode !== Op.DELETE_VAR) yield* BUILT_IN_NAMES;
}

function relatedPlace(
  { at, part, message }: Finding['related'][number],
  here: Unit,
  { unit, scope }: FunctionHome,
): UnitRelated {
  const { file } = unit.host;
  const span = spanOfPart(unit.bound, scope, at, part);
  if (unit === here) return { file, span, message };
  return { file, span, message, elsewhere: () => ({ file, span: unit.placement.span(span) }) };
}

/** Where a part of an instruction stands in the unit; behind the last instruction, where the function is named. */
function spanOfPart(bound: BoundUnit, scope: number, at: number, part: Finding['part']): Span {
  const { tree, scopes } = bound;
  if (part === 'label') {
    const label = labelBefore(bound, scope, at);
    if (label >= 0) return spanOfToken(tree, label);
  }
  if (at >= scopes[scope].instructions.length) return spanOfEnd(bound, scope);
  const statement = scopes[scope].instructions[at];
  const head = tree.statementHeads[statement];
  if (part === 'instruction') return spanOfStatement(tree, statement);
  return spanOfToken(tree, part === 'operand' && head + 1 < tree.statementEnds[statement] ? head + 1 : head);
}

function labelBefore({ scopes, symbols }: BoundUnit, scope: number, at: number): number {
  const { labels } = scopes[scope];
  let definitions = labelDefinitions.get(labels);
  if (definitions === undefined) {
    definitions = new Map();
    for (const symbol of labels.values()) {
      const { instruction, definition } = symbols[symbol];
      if (!definitions.has(instruction)) definitions.set(instruction, definition);
    }
    labelDefinitions.set(labels, definitions);
  }
  return definitions.get(at) ?? -1;
}

/** For the labels of a scope the first definition before each instruction: there may be many findings about many labels. */
const labelDefinitions = new WeakMap<ReadonlyMap<string, number>, Map<number, number>>();

function spanOfEnd({ tree }: BoundUnit, scope: number): Span {
  const block = tree.blocks[scope];
  if (block.open < 0) return lineSpan(tree.lineCount - 1, 0, 0);
  const head = tree.statementHeads[block.open];
  const hasName = tree.statementEnds[block.open] > head + 1;
  return spanOfToken(tree, hasName ? head + 1 : head);
}
