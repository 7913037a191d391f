import {
  SymbolKind,
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type Position,
} from 'vscode-languageserver';
import { Role, instructionOf, tokenName, type Analysis, type Module, type Scope } from '../../vm/index.ts';
import { wholeBlockSpan } from '../block-span.ts';
import { placeOfItem, type HierarchyData, type ScopePlace } from '../hierarchy-items.ts';
import { rangeOfToken } from '../locations.ts';
import { methodsMeant } from '../method-lookup.ts';
import { methodAt, methodsNamed, scopeOfToken } from '../method-names.ts';
import { usesOfMethod } from '../method-uses.ts';
import { nameAt, nameOfToken, occurrencesOf, programName, type Programs } from '../program-names.ts';
import type { Snapshot } from '../snapshot.ts';
import { placeOfToken } from '../value-flow.ts';

/** The function that is named at a position: at its definition, at a call. */
export function prepareCallHierarchy(snapshot: Snapshot, position: Position): CallHierarchyItem[] | null {
  const { analysis, positions } = snapshot;
  const found = nameAt(analysis.module, positions.toPlace(analysis.module.tree, position));
  if (found?.name.kind !== 'function') return null;
  const { module, symbol } = found.name;
  const scope = module.symbols[symbol].ownScope;
  return scope < 0 ? null : [itemOf(snapshot, { module, scope })];
}

/**
 * Who calls the function of an item, in all files of `programs`, or makes a value of it; of a method every call of a
 * method of its name that may be this one.
 */
export function incomingCalls(
  snapshot: Snapshot,
  item: CallHierarchyItem,
  programs: Programs,
): CallHierarchyIncomingCall[] | null {
  const place = placeOfItem(snapshot.analysis, item, isCallable);
  if (place === undefined) return null;
  const calls = new CallGroups();
  for (const { module, token } of callersOf(place, programs)) calls.add(module, scopeOfToken(module, token), token);
  return calls.list().map(({ module, scope, tokens }) => ({
    from: itemOf(snapshot, { module, scope }),
    fromRanges: tokens.map(token => rangeOfToken(snapshot, module, token)),
  }));
}

/** What the function of an item calls or makes a value of; of calls of methods all that may be meant. */
export function outgoingCalls(snapshot: Snapshot, item: CallHierarchyItem): CallHierarchyOutgoingCall[] | null {
  const place = placeOfItem(snapshot.analysis, item, isCallable);
  if (place === undefined) return null;
  const calls = new CallGroups();
  for (const { target, token } of calleesOf(snapshot.analysis, place)) calls.add(target.module, target.scope, token);
  return calls.list().map(({ module, scope, tokens }) => ({
    to: itemOf(snapshot, { module, scope }),
    fromRanges: tokens.map(token => rangeOfToken(snapshot, place.module, token)),
  }));
}

function isCallable({ kind }: Scope): boolean {
  return kind !== 'class';
}

function itemOf(snapshot: Snapshot, { module, scope }: ScopePlace): CallHierarchyItem {
  const { kind, name, parent, symbol, qualifiedName } = module.scopes[scope];
  const range = snapshot.positions.toRange(module.tree, wholeBlockSpan(module.tree, scope));
  const isMethod = parent >= 0 && module.scopes[parent].kind === 'class';
  const data: HierarchyData = { uri: snapshot.uriOf(snapshot.analysis.module.file), file: module.file, scope };
  return {
    name,
    kind: kind === 'main' ? SymbolKind.Module : isMethod ? SymbolKind.Method : SymbolKind.Function,
    detail: qualifiedName === name ? undefined : qualifiedName,
    uri: snapshot.uriOf(module.file),
    range,
    selectionRange:
      symbol < 0
        ? { start: range.start, end: range.start }
        : rangeOfToken(snapshot, module, module.symbols[symbol].definition),
    data,
  };
}

interface TokenPlace {
  readonly module: Module;
  readonly token: number;
}

function* callersOf({ module, scope }: ScopePlace, programs: Programs): Iterable<TokenPlace> {
  const { symbol } = module.scopes[scope];
  if (symbol < 0) return;
  for (const occurrence of occurrencesOf(programName(module, symbol), programs)) {
    if (occurrence.role === Role.Call) yield occurrence;
  }
  const method = methodAt(module, module.symbols[symbol].definition);
  for (const use of method === undefined ? [] : usesOfMethod(method, programs)) {
    if (use.instruction.countOperand >= 0) yield use;
  }
}

function* calleesOf(
  analysis: Analysis,
  { module, scope }: ScopePlace,
): Iterable<{ readonly target: ScopePlace; readonly token: number }> {
  const { tree } = module;
  for (const statement of module.scopes[scope].instructions) {
    const token = tree.statementHeads[statement] + 1;
    const instruction = instructionOf(tree.statementCodes[statement]);
    if (instruction === undefined || token >= tree.statementEnds[statement]) continue;
    const [operand] = instruction.operands;
    if (operand?.kind === 'attribute' && instruction.countOperand >= 0) {
      const place = placeOfToken(module, token);
      const known = place && methodsMeant(analysis, place);
      for (const method of known ?? methodsNamed(analysis, tokenName(tree, token))) yield { target: method, token };
    }
    const name = operand?.kind === 'function' ? nameOfToken(module, token) : undefined;
    const callee = name?.kind === 'function' ? name.module.symbols[name.symbol].ownScope : -1;
    if (name !== undefined && callee >= 0) yield { target: { module: name.module, scope: callee }, token };
  }
}

/** Tokens by the function that they belong to, in the order in which the functions come up. */
class CallGroups {
  private readonly groups = new Map<string, ScopePlace & { readonly tokens: number[] }>();

  add(module: Module, scope: number, token: number): void {
    const key = `${scope} ${module.file}`;
    const group = this.groups.get(key);
    if (group === undefined) this.groups.set(key, { module, scope, tokens: [token] });
    else group.tokens.push(token);
  }

  list() {
    return [...this.groups.values()];
  }
}
