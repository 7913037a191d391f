import { CompletionItemKind } from 'vscode-languageserver';
import {
  BUILT_INS,
  type BuiltInName,
  type BuiltInRow,
  KEYWORDS,
  lineText,
  Op,
  operandRowAt,
  stackEffect,
  tokenName,
  type Analysis,
  type Instruction,
  type Module,
  type OperandKind,
} from '../../../vm/index.ts';
import { isBoundless, verifiedFacts } from '../../function-facts.ts';
import { programName } from '../../program-names.ts';
import { parameterTexts } from '../../signature.ts';
import type { Snapshot } from '../../snapshot.ts';
import { stackWord } from '../../value-text.ts';
import { functionOperand, type KnownCallee } from './callee.ts';
import type { CompletionContext } from './context.ts';
import { symbolReference, type Candidate } from './item.ts';
import { memberCandidates } from './members.ts';
import type { NameLimit } from './name-limit.ts';
import { stackAtLine } from './stack-here.ts';
import { capturableNames, globalNames, localNames } from './variables.ts';

type OperandContext = Extract<CompletionContext, { kind: 'operand' | 'directive-operand' }>;

/** What may be the operand at the cursor, by the kind that the instruction or directive takes there. */
export function operandCandidates(snapshot: Snapshot, context: OperandContext, limit: NameLimit): readonly Candidate[] {
  if (context.kind === 'directive-operand') return directiveOperands(snapshot, context, limit);
  const row = operandRowAt(context.instruction.operands, context.index);
  return row === undefined ? [] : candidatesOfKind(snapshot, context, row.kind, limit);
}

function directiveOperands(
  { analysis }: Snapshot,
  context: OperandContext & { kind: 'directive-operand' },
  limit: NameLimit,
): Candidate[] {
  switch (context.directive) {
    case '.const':
      return context.index === 1 ? constants(analysis.module, context.line, limit) : [];
    case '.func':
      return isBehindEquals(analysis.module, context) ? constants(analysis.module, context.line, limit) : [];
    case '.global':
      return limit.takeNames(globalNames(analysis)).map(name => variable(name, 0, 'global'));
    case '.nonlocal':
      return capturableNames(analysis.module, context.scope).map(name => variable(name, 0, 'captured'));
    default:
      return [];
  }
}

function isBehindEquals({ tree }: Module, { line, word }: OperandContext): boolean {
  return lineText(tree, line)[word.start.column - 1] === '=';
}

function candidatesOfKind(
  snapshot: Snapshot,
  context: OperandContext & { kind: 'operand' },
  kind: OperandKind,
  limit: NameLimit,
): readonly Candidate[] {
  const { analysis } = snapshot;
  const { module } = analysis;
  switch (kind) {
    case 'constant':
    case 'message':
      return constants(module, context.line, limit);
    case 'variable':
      return variables(snapshot, context.scope, context.instruction, limit);
    case 'label':
      return labels(analysis, context, limit);
    case 'function':
      return functions(snapshot, context, limit);
    case 'class':
      return classes(module, context.scope, limit);
    case 'attribute':
      return memberCandidates(snapshot, context);
    case 'count':
      return counts(functionOperand(module, context));
    case 'argument-name':
      return argumentNames(module, context);
  }
}

function constants(module: Module, line: number, limit: NameLimit): Candidate[] {
  const names = limit.take(
    [...module.constants].filter(([, symbol]) => {
      const { definition } = module.symbols[symbol];
      return definition < module.tree.lineTokens[line];
    }),
  );
  const literals = [...KEYWORDS].map((label): Candidate => ({ label, kind: CompletionItemKind.Value, group: 1 }));
  return [
    ...names.map(([label, symbol]): Candidate => {
      const home = programName(module, symbol);
      return {
        label,
        kind: CompletionItemKind.Constant,
        group: 0,
        labelDetails: { description: home.module.symbols[home.symbol].valueText },
        reference: symbolReference(home),
      };
    }),
    ...literals,
  ];
}

function variables({ analysis }: Snapshot, scope: number, instruction: Instruction, limit: NameLimit): Candidate[] {
  const isGlobalOnly = instruction.code === Op.LOAD_GLOBAL || instruction.code === Op.STORE_GLOBAL;
  const isLocalOnly = instruction.code === Op.LOAD_LOCAL;
  const isLoad = instruction.code === Op.LOAD_VAR || instruction.code === Op.LOAD_GLOBAL;
  const locals = isGlobalOnly ? [] : localNames(analysis.module, scope);
  const taken = new Set(locals.map(({ name }) => name));
  const allGlobals = isLocalOnly ? [] : globalNames(analysis).filter(name => !taken.has(name));
  const globals = limit.takeNames(allGlobals);
  for (const name of allGlobals) taken.add(name);
  const builtIns = isLoad ? Object.keys(BUILT_INS).filter(name => !taken.has(name)) : [];
  return [
    ...locals.map(({ name, kind }) => variable(name, 0, kind)),
    ...globals.map(name => variable(name, 1, 'global')),
    ...builtIns.map(builtIn),
  ];
}

function variable(label: string, group: number, description: string): Candidate {
  return { label, kind: CompletionItemKind.Variable, group, labelDetails: { description } };
}

const BUILT_IN_CALLABLES = Object.keys(BUILT_INS).filter(name => BUILT_INS[name as BuiltInName].kind !== 'constant');

const BUILT_IN_LOOKS: Readonly<Record<BuiltInRow['kind'], CompletionItemKind>> = {
  function: CompletionItemKind.Function,
  type: CompletionItemKind.Class,
  exception: CompletionItemKind.Class,
  constant: CompletionItemKind.Constant,
};

/** Functions and types come before exceptions, which are many and seldom wanted. */
function builtIn(label: string): Candidate {
  const { kind } = BUILT_INS[label as BuiltInName];
  return {
    label,
    kind: BUILT_IN_LOOKS[kind],
    group: kind === 'function' || kind === 'type' ? 3 : 4,
    labelDetails: { description: 'built-in' },
    reference: { table: 'built-in', name: label },
  };
}

/** The labels of a function, those first that are reached with as many values as this jump brings. */
function labels(analysis: Analysis, context: OperandContext & { kind: 'operand' }, limit: NameLimit): Candidate[] {
  const { module } = analysis;
  const { instruction, scope, line } = context;
  const { pops, pushes } = stackEffect(instruction, 'jump', 0);
  const here = stackAtLine(analysis, scope, line);
  const facts = verifiedFacts(analysis, module, scope);
  return limit.take(module.scopes[scope].labels).map(([label, symbol]) => {
    const at = module.symbols[symbol].instruction;
    const there = facts?.stackBefore(at);
    const isFitting =
      here === undefined ||
      there === undefined ||
      isBoundless(here) ||
      isBoundless(there) ||
      here.minimumHeight - pops + pushes === there.minimumHeight;
    const stack = there === undefined ? '' : `  ${stackWord(module, scope, there, 'kinds')}`;
    return {
      label,
      kind: CompletionItemKind.Reference,
      group: isFitting ? 0 : 1,
      labelDetails: { description: `instruction ${at}${stack}` },
    };
  });
}

function functions(snapshot: Snapshot, context: OperandContext & { kind: 'operand' }, limit: NameLimit): Candidate[] {
  const { module } = snapshot.analysis;
  const isMake = context.instruction.code === Op.MAKE_FUNC;
  const withCount = !isMake && !context.hasMore;
  const found = new Map<string, Candidate>();
  let depth = 0;
  for (let scope = context.scope; scope >= 0; scope = module.scopes[scope].parent, depth++) {
    if (module.scopes[scope].kind === 'class') continue;
    for (const [name, symbol] of limit.take(module.scopes[scope].callables)) {
      if (module.symbols[symbol].kind !== 'function' || found.has(name)) continue;
      const home = programName(module, symbol);
      found.set(name, functionCandidate(snapshot, home, Math.min(depth, 2), withCount));
    }
  }
  const builtIns = isMake ? [] : BUILT_IN_CALLABLES.filter(name => !found.has(name));
  return [...found.values(), ...builtIns.map(builtIn)];
}

function classes(module: Module, from: number, limit: NameLimit): Candidate[] {
  const found = new Map<string, Candidate>();
  for (let scope = from, depth = 0; scope >= 0; scope = module.scopes[scope].parent, depth++) {
    if (module.scopes[scope].kind === 'class') continue;
    for (const [label, symbol] of limit.take(module.scopes[scope].callables)) {
      if (module.symbols[symbol].kind !== 'class' || found.has(label)) continue;
      found.set(label, { label, kind: CompletionItemKind.Class, group: Math.min(depth, 2) });
    }
  }
  return [...found.values()];
}

function functionCandidate(
  { client }: Snapshot,
  { module, symbol, name }: KnownCallee,
  group: number,
  withCount: boolean,
): Candidate {
  const { ownScope } = module.symbols[symbol];
  const parameters = module.scopes[ownScope]?.parameters ?? [];
  const required = parameters.filter(({ kind, defaultText }) => kind === 'plain' && defaultText === undefined).length;
  const named = parameters.filter(({ kind, defaultText }) => kind === 'keyword-only' && defaultText === undefined);
  const count = `${required + named.length}`;
  const names = named.map(parameter => ` ${parameter.name}`).join('');
  return {
    label: name,
    kind: CompletionItemKind.Function,
    group,
    labelDetails: {
      detail: parameterTexts(parameters)
        .map(text => ` ${text}`)
        .join(''),
    },
    reference: symbolReference({ module, symbol, name }),
    newText: withCount && client.hasSnippets ? `${name} \${1:${count}}${names}$0` : name,
    isSnippet: withCount && client.hasSnippets,
  };
}

/** The counts that fit the function that is called: as many as it needs, up to all that it can take by place. */
function counts(callee: KnownCallee | undefined): Candidate[] {
  const parameters = callee?.module.scopes[callee.module.symbols[callee.symbol].ownScope]?.parameters ?? [];
  const plain = parameters.filter(({ kind }) => kind === 'plain' || kind === 'keyword-only');
  const least = plain.filter(({ defaultText }) => defaultText === undefined).length;
  if (callee === undefined) return [];
  return Array.from({ length: plain.length - least + 1 }, (_, index) => ({
    label: `${least + index}`,
    kind: CompletionItemKind.Value,
    group: 0,
    labelDetails: { description: 'arguments' },
  }));
}

function argumentNames(module: Module, context: OperandContext & { kind: 'operand' }): Candidate[] {
  const callee = functionOperand(module, context);
  if (callee === undefined) return [];
  const { tree } = module;
  const given = new Set<string>();
  for (let token = tree.statementHeads[context.statement] + 1; token < tree.statementEnds[context.statement]; token++) {
    given.add(tokenName(tree, token));
  }
  return callee.module.scopes[callee.module.symbols[callee.symbol].ownScope].parameters
    .filter(({ name, kind }) => (kind === 'plain' || kind === 'keyword-only') && !given.has(name))
    .map(({ name, kind }) => ({
      label: name,
      kind: CompletionItemKind.Variable,
      group: kind === 'keyword-only' ? 0 : 1,
      labelDetails: { description: 'argument name' },
    }));
}
