import { SemanticTokenModifiers, SemanticTokenTypes, type SemanticTokensLegend } from 'vscode-languageserver';
import { INSTRUCTIONS, Role, TokenKind, type Group, type Module, type SymbolKind } from '../../../vm/index.ts';
import { operandOfToken } from '../../cursor.ts';
import { nameOfToken } from '../../program-names.ts';

/** What nothing uses, and what functions inside of its own use: modifiers of ours, which `package.json` tells editors of. */
const UNUSED = 'unused';
const CAPTURED = 'captured';

type Modifier = SemanticTokenModifiers | typeof UNUSED | typeof CAPTURED;
type Look = readonly [type: SemanticTokenTypes, ...modifiers: Modifier[]];

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

const ROLE_MODIFIERS: Readonly<Partial<Record<Role, Modifier>>> = {
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
    ...new Set([
      ...LOOKS.flatMap(([, ...modifiers]) => modifiers as string[]),
      ...Object.values(ROLE_MODIFIERS),
      UNUSED,
      CAPTURED,
    ]),
  ],
};

/** How the tokens of a module look. Made for many of them: what a look depends on is looked up once. */
export class TokenLooks {
  private readonly module: Module;
  private readonly tokenSymbols: Int32Array;
  private readonly tokenRoles: Uint8Array;
  private readonly tokenKinds: Uint8Array;
  /** By symbol, what its kind gives. */
  private readonly symbolLooks: (number | undefined)[] = [];

  /** `column` makes ready a column of which every element is asked for. */
  constructor(module: Module, column: <A extends Int32Array | Uint8Array>(each: A) => A) {
    this.module = module;
    this.tokenSymbols = column(module.tokenSymbols);
    this.tokenRoles = column(module.tokenRoles);
    this.tokenKinds = column(module.tree.tokenKinds);
  }

  /**
   * How a token of a statement with that opcode looks: the type's index in the low byte, the modifiers' bits above it; -1 for
   * what has no look.
   */
  of(token: number, opcode: number): number {
    const symbol = this.tokenSymbols[token];
    if (symbol >= 0) return this.ofSymbol(symbol, this.tokenRoles[token]);
    const kind = this.tokenKinds[token];
    if (kind === TokenKind.Mnemonic) return encodedOpcodes[opcode] - 1;
    if (kind === TokenKind.Name) return unboundNameLook(this.module, token);
    return encodedTokenLooks[kind] - 1;
  }

  private ofSymbol(symbol: number, role: number): number {
    let look = this.symbolLooks[symbol];
    if (look === undefined) {
      const { kind, isCaptured } = this.module.symbols[symbol];
      look = encodedSymbolLooks[kind] | (isCaptured ? encodedCaptured : 0);
      this.symbolLooks[symbol] = look;
    }
    // A call never means the variable of that name.
    const isBuiltIn = role === Role.Call && this.module.symbols[symbol].kind === 'global';
    return (isBuiltIn ? encodedSymbolLooks['built-in'] : look) | encodedRoles[role];
  }
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

function modifierBit(modifier: Modifier): number {
  return 1 << SEMANTIC_TOKENS_LEGEND.tokenModifiers.indexOf(modifier);
}

/** By opcode, plus one: no opcode is 0, which stands for words that are no instruction. */
const encodedOpcodes = new Int32Array(256);
for (const { code, group } of INSTRUCTIONS) {
  encodedOpcodes[code] = encode(CONTROL_GROUPS.has(group) ? CONTROL_LOOK : INSTRUCTION_LOOK) + 1;
}

const encodedCaptured = modifierBit(CAPTURED) << 8;

/** What is added to the look of what nothing uses. */
export const UNUSED_LOOK = modifierBit(UNUSED) << 8;

/** By kind of token, plus one. */
const encodedTokenLooks = new Int32Array(256);
for (const [kind, look] of Object.entries(TOKEN_LOOKS)) encodedTokenLooks[Number(kind)] = encode(look) + 1;

const encodedSymbolLooks = Object.fromEntries(
  Object.entries(SYMBOL_LOOKS).map(([kind, look]) => [kind, encode(look)]),
) as Readonly<Record<SymbolKind, number>>;

/** By role. */
const encodedRoles = new Int32Array(256);
for (const [role, modifier] of Object.entries(ROLE_MODIFIERS)) encodedRoles[Number(role)] = modifierBit(modifier) << 8;
