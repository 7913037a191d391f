import {
  DIRECTIVE_NAMES,
  GROUPS,
  INSTRUCTIONS,
  MNEMONIC_ALIASES,
  type DirectiveName,
  type Group,
  type Instruction,
  type OperandKind,
} from '../../vm/isa/index.ts';

/** A rule of a TextMate grammar; see the manual of the format for what each property means. */
interface Rule {
  readonly name?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly include?: string;
  readonly captures?: Captures;
  readonly beginCaptures?: Captures;
  readonly patterns?: readonly Rule[];
}
type Captures = Readonly<Record<string, { readonly name: string }>>;

interface Grammar extends Rule {
  readonly scopeName: string;
  readonly repository: Readonly<Record<string, Rule>>;
}

/** The TextMate grammar: what an editor colours before, or without, the language server. */
export function grammar(): Grammar {
  return {
    name: 'bcasm Assembly',
    scopeName: 'source.bcasm',
    patterns: [include('comment'), include('label'), include('directive'), include('instruction'), include('literal')],
    repository: {
      comment: { patterns: [comment(';', 'semicolon'), comment('#', 'number-sign')] },
      label: {
        match: `(${IDENTIFIER})[ \\t]*(:)`,
        captures: { 1: scope('entity.name.label'), 2: scope('punctuation.separator.label') },
      },
      directive: { patterns: DIRECTIVE_NAMES.map(directive) },
      instruction: { patterns: GROUPS.flatMap(instructionRules) },
      literal: { patterns: [string('"', 'double'), string("'", 'single'), ...LITERALS] },
    },
  };
}

/**
 * Each group has its own scope, below one that themes already give a colour; a group without one doesn't compile. The
 * colours are those of the language server's semantic tokens, so that nothing changes its look when those arrive.
 */
const GROUP_SCOPES: Readonly<Record<Group, string>> = {
  data: 'keyword.other.data',
  stack: 'keyword.other.stack',
  arithmetic: 'keyword.other.arithmetic',
  comparison: 'keyword.other.comparison',
  control: 'keyword.control.flow',
  functions: 'keyword.control.function',
  collections: 'keyword.other.collection',
  objects: 'keyword.other.object',
  exceptions: 'keyword.control.exception',
  'input and output': 'keyword.other.io',
};

/** How a name looks in the place of an operand. */
const OPERAND_SCOPES: Readonly<Record<OperandKind, string>> = {
  constant: 'variable.other.constant',
  message: 'variable.other.constant',
  variable: 'variable.other.readwrite',
  label: 'entity.name.label',
  function: 'entity.name.function',
  class: 'entity.name.type.class',
  attribute: 'variable.other.property',
  count: 'variable.other.constant',
  'argument-name': 'variable.parameter',
};

/** How the names behind a directive look: the first one, and all others. */
const DIRECTIVE_OPERAND_SCOPES: Readonly<Record<DirectiveName, readonly [first: string, others: string]>> = {
  '.func': ['entity.name.function', 'variable.parameter'],
  '.class': ['entity.name.type.class', 'entity.name.type.class'],
  '.end': ['variable.other', 'variable.other'],
  '.name': ['variable.other', 'variable.other'],
  '.const': ['variable.other.constant', 'variable.other.constant'],
  '.global': ['variable.other.readwrite', 'variable.other.readwrite'],
  '.nonlocal': ['variable.other.readwrite', 'variable.other.readwrite'],
  '.import': ['variable.other', 'variable.other'],
  '.source': ['variable.other', 'variable.other'],
  '.line': ['variable.other', 'variable.other'],
};

const WORD_CHARACTER = '[\\p{L}\\p{M}\\p{N}_]';
const WORD_START = `(?<![\\p{L}\\p{M}\\p{N}_.])`;
const WORD_END = `(?!${WORD_CHARACTER})`;
const LITERAL_WORDS = 'True|False|None|inf|nan';
const IDENTIFIER = `(?!(?:${LITERAL_WORDS})${WORD_END})[\\p{L}_]${WORD_CHARACTER}*`;
const SEPARATOR = '(?:[ \\t]+|[ \\t]*,[ \\t]*)';
/** Operands end with the line or where a comment starts. A `#` inside a string is the string's rule's business. */
const OPERANDS_END = '(?=[;#])|$';

const ESCAPE: Rule = {
  name: scopeName('constant.character.escape'),
  match: `\\\\(?:[\\\\'"abfnrtv]|[0-7]{1,3}|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})`,
};

const DIGITS = '[0-9](?:_?[0-9])*';
const LITERALS: readonly Rule[] = [
  number('float', `${DIGITS}[eE][+-]?${DIGITS}|(?:${DIGITS}\\.(?:${DIGITS})?|\\.${DIGITS})(?:[eE][+-]?${DIGITS})?`),
  number('integer', `0[xX](?:_?[0-9A-Fa-f])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|${DIGITS}`),
  { name: scopeName('constant.language'), match: `${WORD_START}(?:True|False|None|-?(?:inf|nan))${WORD_END}` },
];

/** Instructions of one group that take the same kinds of operands share a rule. */
function instructionRules(group: Group): Rule[] {
  const members = INSTRUCTIONS.filter(instruction => instruction.group === group);
  return [...new Set(members.map(operandScopes))].map(scopes => {
    const [first, others] = scopes.split(' ');
    const sharing = members.filter(instruction => operandScopes(instruction) === scopes);
    return statement(mnemonics(sharing), GROUP_SCOPES[group], first, others);
  });
}

/** The scopes of the names in the first and in every later operand, as one key. */
function operandScopes({ operands }: Instruction): string {
  const first = operands.at(0)?.kind ?? 'constant';
  const last = operands.at(-1)?.kind ?? 'constant';
  return `${OPERAND_SCOPES[first]} ${OPERAND_SCOPES[last]}`;
}

function mnemonics(instructions: readonly Instruction[]): string {
  const names = instructions.map(instruction => instruction.mnemonic);
  const aliases = Object.entries(MNEMONIC_ALIASES).filter(([, mnemonic]) => names.includes(mnemonic));
  return [...names, ...aliases.map(([alias]) => alias)].join('|');
}

function directive(name: DirectiveName): Rule {
  const [first, others] = DIRECTIVE_OPERAND_SCOPES[name];
  return statement(name.replace('.', '\\.'), `keyword.control.directive${name}`, first, others);
}

/** A word, the name that may follow it, and what stands behind that up to the end of the line. */
function statement(words: string, own: string, first: string, others: string): Rule {
  return {
    begin: `${WORD_START}((?i:${words}))${WORD_END}(?:${SEPARATOR}(${IDENTIFIER}))?`,
    beginCaptures: { 1: scope(own), 2: scope(first) },
    end: OPERANDS_END,
    patterns: [
      include('literal'),
      { name: scopeName('keyword.operator'), match: '\\*\\*?|=' },
      { name: scopeName(others), match: `${WORD_START}${IDENTIFIER}` },
    ],
  };
}

function string(quote: string, kind: string): Rule {
  return {
    name: scopeName(`string.quoted.${kind}`),
    begin: quote,
    // A string that never ends goes wrong on its own line only.
    end: `${quote}|$`,
    patterns: [ESCAPE],
  };
}

function number(kind: string, pattern: string): Rule {
  return { name: scopeName(`constant.numeric.${kind}`), match: `${WORD_START}-?(?:${pattern})(?![\\p{L}\\p{N}_.])` };
}

function comment(sign: string, kind: string): Rule {
  return {
    name: scopeName(`comment.line.${kind}`),
    match: `(${sign}).*$`,
    captures: { 1: scope('punctuation.definition.comment') },
  };
}

function include(name: string): Rule {
  return { include: `#${name}` };
}

function scope(name: string): { readonly name: string } {
  return { name: scopeName(name) };
}

function scopeName(name: string): string {
  return `${name}.bcasm`;
}
