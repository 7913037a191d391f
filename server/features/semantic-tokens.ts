import {
  SemanticTokenModifiers,
  SemanticTokenTypes,
  type Range,
  type SemanticTokens,
  type SemanticTokensLegend,
} from 'vscode-languageserver';
import {
  Role,
  TokenKind,
  instructionNamed,
  tokenText,
  type Group,
  type Module,
  type SymbolKind,
} from '../../vm/index.ts';
import { operandOfToken } from '../cursor.ts';
import { nameOfToken } from '../program-names.ts';
import type { Snapshot } from '../snapshot.ts';

type Look = readonly [type: SemanticTokenTypes, ...modifiers: SemanticTokenModifiers[]];

/**
 * How each thing looks, in the terms that colour themes know. Instructions that decide where the program goes on are keywords,
 * as `if` and `return` are elsewhere; the many others are quieter.
 */
const TOKEN_LOOKS: Readonly<Partial<Record<TokenKind, Look>>> = {
  [TokenKind.Directive]: [SemanticTokenTypes.keyword],
  [TokenKind.Keyword]: [SemanticTokenTypes.enumMember, SemanticTokenModifiers.readonly],
  [TokenKind.Int]: [SemanticTokenTypes.number],
  [TokenKind.Float]: [SemanticTokenTypes.number],
  [TokenKind.String]: [SemanticTokenTypes.string],
  [TokenKind.Equals]: [SemanticTokenTypes.operator],
  [TokenKind.Star]: [SemanticTokenTypes.operator],
  [TokenKind.StarStar]: [SemanticTokenTypes.operator],
  [TokenKind.Comment]: [SemanticTokenTypes.comment],
};

const CONTROL_LOOK: Look = [SemanticTokenTypes.keyword];
const INSTRUCTION_LOOK: Look = [SemanticTokenTypes.macro];
const CONTROL_GROUPS: ReadonlySet<Group> = new Set<Group>(['control', 'functions']);

const SYMBOL_LOOKS: Readonly<Record<SymbolKind, Look>> = {
  label: [SemanticTokenTypes.label],
  function: [SemanticTokenTypes.function],
  class: [SemanticTokenTypes.class],
  constant: [SemanticTokenTypes.variable, SemanticTokenModifiers.readonly],
  parameter: [SemanticTokenTypes.parameter],
  local: [SemanticTokenTypes.variable],
  global: [SemanticTokenTypes.variable, SemanticTokenModifiers.static],
  'built-in': [SemanticTokenTypes.function, SemanticTokenModifiers.defaultLibrary],
};

const ROLE_MODIFIERS: Readonly<Partial<Record<Role, SemanticTokenModifiers>>> = {
  [Role.Definition]: SemanticTokenModifiers.declaration,
  [Role.Declaration]: SemanticTokenModifiers.declaration,
  [Role.Write]: SemanticTokenModifiers.modification,
  [Role.Delete]: SemanticTokenModifiers.modification,
};

const LOOKS: readonly Look[] = [
  ...Object.values(TOKEN_LOOKS),
  ...Object.values(SYMBOL_LOOKS),
  CONTROL_LOOK,
  INSTRUCTION_LOOK,
];

/** What the numbers of the answer mean: every type and modifier that is used above, and no other. */
export const SEMANTIC_TOKENS_LEGEND: SemanticTokensLegend = {
  tokenTypes: [...new Set(LOOKS.map(([type]) => type as string))],
  tokenModifiers: [
    ...new Set([...LOOKS.flatMap(([, ...modifiers]) => modifiers as string[]), ...Object.values(ROLE_MODIFIERS)]),
  ],
};

/** What each word of the file is, or of a range of it. Linear in what is asked for. */
export function semanticTokens({ analysis, positions }: Snapshot, range?: Range): SemanticTokens {
  const { module } = analysis;
  const { tree } = module;
  const span = range && positions.toSpan(tree, range);
  const data: number[] = [];
  let previous = { line: 0, character: 0 };
  const push = (line: number, from: number, to: number, look: number) => {
    const start = positions.toLspPosition(tree, { line, column: from - tree.lineStarts[line] });
    const end = positions.toLspPosition(tree, { line, column: to - tree.lineStarts[line] });
    // A carriage return in a comment or string ends a line for the protocol, and a token may not go over its end.
    if (end.line !== start.line || from === to) return;
    const lineDelta = start.line - previous.line;
    const characterDelta = lineDelta === 0 ? start.character - previous.character : start.character;
    data.push(lineDelta, characterDelta, end.character - start.character, look & 0xff, look >> 8);
    previous = start;
  };
  const lastLine = Math.min(span?.end.line ?? tree.lineCount - 1, tree.lineCount - 1);
  for (let line = span?.start.line ?? 0; line <= lastLine; line++) {
    for (let token = tree.lineTokens[line]; token < tree.lineTokens[line + 1]; token++) {
      const look = lookOf(module, token);
      if (look < 0) continue;
      let from = tree.tokenStarts[token];
      if (tree.tokenKinds[token] === TokenKind.String) {
        // Escapes are left to the grammar, which shows them apart.
        for (const { 0: escape, index } of tokenText(tree, token).matchAll(ESCAPE)) {
          push(line, from, tree.tokenStarts[token] + index, look);
          from = tree.tokenStarts[token] + index + escape.length;
        }
      }
      push(line, from, tree.tokenEnds[token], look);
    }
  }
  return { data };
}

const ESCAPE = /\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[0-7]{1,3}|.)/g;

/** The type's index in the low byte, the modifiers' bits above it; -1 for what has no look. */
function lookOf(module: Module, token: number): number {
  const symbol = module.tokenSymbols[token];
  if (symbol >= 0) {
    const { kind } = module.symbols[symbol];
    const role = module.tokenRoles[token] as Role;
    // A call never means the variable of that name.
    const isBuiltIn = role === Role.Call && kind === 'global';
    return encodedSymbolLooks[isBuiltIn ? 'built-in' : kind] | (encodedRoles.get(role) ?? 0);
  }
  const kind = module.tree.tokenKinds[token];
  if (kind === TokenKind.Mnemonic) return mnemonicLook(tokenText(module.tree, token));
  if (kind === TokenKind.Name) return unboundNameLook(module, token);
  return encodedTokenLooks[kind] ?? -1;
}

function mnemonicLook(mnemonic: string): number {
  const instruction = instructionNamed(mnemonic);
  if (instruction === undefined) return -1;
  return CONTROL_GROUPS.has(instruction.group) ? encodedControl : encodedInstruction;
}

/** A name without a symbol: one that is passed by name, or a mistake. */
function unboundNameLook(module: Module, token: number): number {
  const isArgumentName = operandOfToken(module, token)?.kind === 'argument-name' || nameOfToken(module, token);
  return isArgumentName ? encodedSymbolLooks.parameter : -1;
}

function encode([type, ...modifiers]: Look): number {
  const bits = modifiers.reduce((sum, modifier) => sum | modifierBit(modifier), 0);
  return SEMANTIC_TOKENS_LEGEND.tokenTypes.indexOf(type) | (bits << 8);
}

function modifierBit(modifier: SemanticTokenModifiers): number {
  return 1 << SEMANTIC_TOKENS_LEGEND.tokenModifiers.indexOf(modifier);
}

const encodedControl = encode(CONTROL_LOOK);
const encodedInstruction = encode(INSTRUCTION_LOOK);
const encodedTokenLooks: Readonly<Record<number, number>> = Object.fromEntries(
  Object.entries(TOKEN_LOOKS).map(([kind, look]) => [kind, encode(look)]),
);
const encodedSymbolLooks = Object.fromEntries(
  Object.entries(SYMBOL_LOOKS).map(([kind, look]) => [kind, encode(look)]),
) as Readonly<Record<SymbolKind, number>>;
const encodedRoles: ReadonlyMap<Role, number> = new Map(
  Object.entries(ROLE_MODIFIERS).map(([role, modifier]) => [Number(role) as Role, modifierBit(modifier) << 8]),
);
