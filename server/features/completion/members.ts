import { CompletionItemKind } from 'vscode-languageserver';
import {
  ANY_KIND,
  Op,
  intLiteralValue,
  isIntLiteral,
  membersOfType,
  tokenText,
  type AbstractValue,
  type Analysis,
  type Instruction,
  type Module,
  type ValueKind,
} from '../../../vm/index.ts';
import { kindsOf, typeOfKind } from '../../built-in-members.ts';
import { attributesOfClass, attributesOfProgram } from '../../class-members.ts';
import { classOfSelf } from '../../self-class.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { CompletionContext } from './context.ts';
import type { Candidate } from './item.ts';
import { stackAtLine } from './stack-here.ts';

type AttributeContext = Extract<CompletionContext, { kind: 'operand' }>;

/** Of a value that may be of more kinds, none is expected. */
const EXPECTED_KINDS = 3;
/** A method call whose count is not typed yet may mean any of the topmost values. */
const POSSIBLE_OBJECTS = 4;

/**
 * The attributes and methods that the object on the stack may have: first those of its inferred kind, and for `self` of
 * its class, then all that classes of the program define and instructions store.
 */
export function memberCandidates({ analysis, client }: Snapshot, context: AttributeContext): Candidate[] {
  const found = new Map<string, Candidate>();
  const add = (candidate: Candidate): void => {
    if (!found.has(candidate.label)) found.set(candidate.label, candidate);
  };
  const stack = stackAtLine(analysis, context.scope, context.line);
  for (const depth of objectDepths(analysis.module, context)) {
    const object = stack?.fromTop[depth];
    if (object === undefined) continue;
    const isCall = context.instruction.code === Op.CALL_METHOD && !context.hasMore;
    const count = isCall && client.hasSnippets ? depth : undefined;
    for (const candidate of membersOf(analysis, context, object)) add(withCount(candidate, count));
  }
  for (const { name, isMethod, owner } of attributesOfProgram(analysis)) {
    if (isMethod || context.instruction.code !== Op.CALL_METHOD) add(memberCandidate(name, isMethod, owner, 2));
  }
  return [...found.values()];
}

/** How deep the object may lie: for a method call below its arguments, whose number may not be typed yet. */
function objectDepths(module: Module, context: AttributeContext): number[] {
  const { instruction } = context;
  if (instruction.code !== Op.CALL_METHOD) return [instruction.picture.next.pops.words.length - 1];
  const count = countBehind(module, context);
  return count === undefined ? Array.from({ length: POSSIBLE_OBJECTS }, (_, depth) => depth) : [count];
}

/** The count that stands behind the cursor already. */
function countBehind({ tree }: Module, { statement, index, word }: AttributeContext): number | undefined {
  const hasName = word.end.column > word.start.column;
  const token = tree.statementHeads[statement] + 1 + index + (hasName ? 1 : 0);
  if (token >= tree.statementEnds[statement]) return undefined;
  const text = tokenText(tree, token);
  return isIntLiteral(text) ? Number(intLiteralValue(text)) : undefined;
}

function membersOf(analysis: Analysis, { instruction, scope }: AttributeContext, object: AbstractValue): Candidate[] {
  const { module } = analysis;
  const wantsMethod = instruction.code === Op.CALL_METHOD || instruction.code === Op.LOAD_SUPER;
  const ofClass = classOfSelf(module, scope, object);
  if (ofClass >= 0) {
    const { name } = module.scopes[ofClass];
    return attributesOfClass(module, ofClass)
      .filter(({ isMethod }) => isMethod || !wantsMethod)
      .map(({ name: member, isMethod }) => memberCandidate(member, isMethod, name, 0));
  }
  return expectedKinds(object).flatMap(kind => membersOfKind(kind, instruction, wantsMethod));
}

function membersOfKind(kind: ValueKind, { code }: Instruction, wantsMethod: boolean): Candidate[] {
  // What built-in types have cannot be stored or deleted.
  if (code === Op.STORE_ATTR || code === Op.DELETE_ATTR) return [];
  const type = typeOfKind(kind);
  const { methods, attributes } = membersOfType(type);
  const described = (name: string, isMethod: boolean): Candidate => ({
    ...memberCandidate(name, isMethod, kind, 0),
    reference: { table: 'member', name, type },
  });
  return [
    ...methods.map(name => described(name, true)),
    ...(wantsMethod ? [] : attributes.map(name => described(name, false))),
  ];
}

/** Of a value that may be of many kinds, none is expected. */
function expectedKinds(object: AbstractValue): ValueKind[] {
  const possible = object.kinds === ANY_KIND ? [] : kindsOf(object);
  return possible.length > EXPECTED_KINDS ? [] : possible;
}

function memberCandidate(label: string, isMethod: boolean, owner: string | undefined, group: number): Candidate {
  const kind = isMethod ? CompletionItemKind.Method : CompletionItemKind.Field;
  return { label, kind, group, labelDetails: { description: owner } };
}

/** With the number of values that lie above the object as the count of the call, for the user to confirm or to change. */
function withCount(candidate: Candidate, count: number | undefined): Candidate {
  if (count === undefined) return candidate;
  return { ...candidate, newText: `${candidate.label} \${1:${count}}$0`, isSnippet: true };
}
