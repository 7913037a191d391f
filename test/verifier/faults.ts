import { clearlyMeant } from '../../vm/diagnostics/index.ts';
import { MNEMONICS, instructionNamed } from '../../vm/index.ts';
import { pick, type Random } from './random.ts';

/** A program with a line that is wrong, and the line that it was. */
export interface PlantedFault {
  readonly text: string;
  readonly line: number;
  /** How many lines there are more than before: 1 where the line is one too many. */
  readonly added: number;
  readonly what: string;
  /** The names that are in the line no more: what was done with them nobody can know. */
  readonly lost: ReadonlySet<string>;
}

/**
 * Spoils a line of a program as people do; `undefined` where it has none that can be spoilt in the way that was picked. `mayHave` are the
 * lines that may be.
 */
export function plantFault(
  random: Random,
  text: string,
  mayHave: (line: number) => boolean = () => true,
): PlantedFault | undefined {
  const lines = text.split('\n');
  const fault = pick(random, FAULTS);
  const candidates = lines.flatMap((line, index) => (mayHave(index) && fault.fits(line) ? [index] : []));
  if (candidates.length === 0) return undefined;
  const line = pick(random, candidates);
  const spoilt = fault.spoil(lines[line], random, lines);
  if (spoilt === lines[line]) return undefined;
  const added = spoilt.split('\n').length - 1;
  const what = `${fault.what}: ${lines[line]} -> ${spoilt}`;
  const left = wordsIn(spoilt);
  const lost = new Set([...wordsIn(lines[line])].filter(word => !left.has(word)));
  return { text: lines.with(line, spoilt).join('\n'), line, added, what, lost };
}

function wordsIn(line: string): ReadonlySet<string> {
  return new Set(line.match(/\w+/g));
}

interface Fault {
  readonly what: string;
  fits(line: string): boolean;
  spoil(line: string, random: Random, lines: readonly string[]): string;
}

const INSTRUCTION = /^(?<before>\s*(?:[A-Za-z_]\w*:\s*)*)(?<word>[A-Z_]+)(?<operands>(?:[ \t]+[^;#]*)?)$/;
const LABEL = /^(?<before>\s*)(?<name>[A-Za-z_]\w*):(?<behind>.*)$/;
const DIRECTIVE = /^(?<before>\s*)(?<word>\.(?:func|end|global|nonlocal|const|class|name))\b(?<operands>.*)$/;

/** Words of other machines, and the beginnings of anything. */
const FOREIGN =
  'POP DUP RET RETURN GOTO JMP JZ LOAD LOAD_NAME LOAD_FAST BUILD_MAP POP_JUMP_IF_FALSE CALL_FN STORE X FROB'.split(' ');

function onInstruction(
  what: string,
  spoil: (word: string, operands: string, random: Random, lines: readonly string[]) => readonly [string, string],
  fits: (word: string, operands: string) => boolean = () => true,
): Fault {
  return {
    what,
    fits(line) {
      const { word = '', operands = '' } = INSTRUCTION.exec(line)?.groups ?? {};
      return instructionNamed(word) !== undefined && fits(word, operands.trim());
    },
    spoil(line, random, lines) {
      const { before = '', word = '', operands = '' } = INSTRUCTION.exec(line)?.groups ?? {};
      return `${before}${spoil(word, operands.trim(), random, lines).join(' ')}`.trimEnd();
    },
  };
}

function misspell(word: string, random: Random): string {
  const at = Math.floor(random() * word.length);
  const letter = pick(random, [...'ABEINOSTX_abeinostx1']);
  switch (Math.floor(random() * 4)) {
    case 0:
      return word.slice(0, at) + word.slice(at + 1);
    case 1:
      return word.slice(0, at) + letter + word.slice(at);
    case 2:
      return word.slice(0, at) + letter + word.slice(at + 1);
    default:
      return word.slice(0, at) + word.slice(at + 1, at + 2) + word.slice(at, at + 1) + word.slice(at + 2);
  }
}

const hasName = (_: string, operands: string) => /^[A-Za-z_]\w*\b/.test(operands);
const hasOperand = (_: string, operands: string) => operands !== '';
const isJump = (word: string) => instructionNamed(word)?.operands[0]?.kind === 'label';
const hasCount = (word: string) => (instructionNamed(word)?.countOperand ?? -1) >= 0;

function onLabel(
  what: string,
  spoil: (name: string, behind: string, random: Random, lines: readonly string[]) => string,
): Fault {
  return {
    what,
    fits: line => LABEL.test(line),
    spoil(line, random, lines) {
      const { before = '', name = '', behind = '' } = LABEL.exec(line)?.groups ?? {};
      return before + spoil(name, behind, random, lines);
    },
  };
}

function labelsOf(lines: readonly string[]): string[] {
  return lines.flatMap(line => LABEL.exec(line)?.groups?.['name'] ?? []);
}

function onDirective(what: string, spoil: (word: string, operands: string, random: Random) => string): Fault {
  return {
    what,
    fits: line => DIRECTIVE.test(line),
    spoil(line, random) {
      const { before = '', word = '', operands = '' } = DIRECTIVE.exec(line)?.groups ?? {};
      return before + spoil(word, operands, random);
    },
  };
}

const FAULTS: readonly Fault[] = [
  onInstruction('a misspelt opcode', (word, operands, random) => [misspell(word, random), operands]),
  onInstruction('an opcode misspelt twice', (word, operands, random) => [
    misspell(misspell(word, random), random),
    operands,
  ]),
  onInstruction('a foreign word', (_, operands, random) => [pick(random, FOREIGN), operands]),
  onInstruction(
    'a foreign word alone',
    (_, __, random) => [pick(random, FOREIGN), ''],
    (_, operands) => operands === '',
  ),
  onInstruction('half a line', (word, operands, random) => [
    `${word} ${operands}`.slice(0, Math.ceil(random() * (word.length + operands.length))),
    '',
  ]),
  onInstruction('another opcode, half typed', (word, operands, random) => {
    const other = pick(random, MNEMONICS);
    const half = other.slice(0, Math.ceil(random() * other.length));
    // What is understood is not to be what was there.
    const isUnderstood = instructionNamed(half) !== undefined || clearlyMeant(half, MNEMONICS, 1) !== undefined;
    return isUnderstood ? [word, operands] : [half, operands];
  }),
  onInstruction('no operand', word => [word, ''], hasOperand),
  onInstruction(
    'the last operand missing',
    (word, operands) => [word, operands.split(/\s+/).slice(0, -1).join(' ')],
    hasOperand,
  ),
  onInstruction('an operand too many', (word, operands, random) => [
    word,
    `${operands} ${pick(random, ['1', 'x', '"a"', '%'])}`,
  ]),
  onInstruction('an operand too many, in front', (word, operands, random) => [
    word,
    `${pick(random, ['1', 'x', '"a"'])} ${operands}`,
  ]),
  onInstruction(
    'a misspelt operand',
    (word, operands, random) => {
      const [name, ...others] = operands.split(/\s+/);
      return [word, [misspell(name, random), ...others].join(' ')];
    },
    hasName,
  ),
  onInstruction(
    'another name',
    (word, operands, random) => {
      const [, ...others] = operands.split(/\s+/);
      return [word, [pick(random, ['nobody', 'x', 'f1', 'L1', 'end']), ...others].join(' ')];
    },
    hasName,
  ),
  onInstruction(
    'the label of another jump',
    (word, _, random, lines) => [word, pick(random, [...labelsOf(lines), 'here'])],
    isJump,
  ),
  onInstruction(
    'a label that is not there',
    (word, _, random) => [word, pick(random, ['nowhere', '99999', '"a"', '1x', ''])],
    isJump,
  ),
  onInstruction(
    'a bad operand',
    (word, __, random) => [word, pick(random, ['"abc', '12abc', '0x', '?', '-', ',', '1,', 'True', '"a"', '1.5'])],
    hasOperand,
  ),
  onInstruction(
    'another count',
    (word, operands, random) => {
      const parts = operands.split(/\s+/);
      const place = instructionNamed(word)?.countOperand ?? 0;
      return [
        word,
        parts
          .with(Math.min(place, parts.length - 1), pick(random, ['0', '1', '2', '3', 'n', '-1', '1.0', '']))
          .join(' '),
      ];
    },
    (word, operands) => hasCount(word) && hasOperand(word, operands),
  ),
  onInstruction('a line too many', (word, operands, random) => [
    `${word}${operands === '' ? '' : ' '}${operands}\n        ${pick(random, [...FOREIGN, 'LO', 'J', 'here', '%', '"a', 'CALL_F x 1'])}`,
    '',
  ]),
  onLabel('a misspelt label', (name, behind, random) => `${misspell(name, random)}:${behind}`),
  onLabel('another label', (_, behind, random, lines) => `${pick(random, labelsOf(lines))}:${behind}`),
  onLabel('a label without its colon', (name, behind) => `${name}${behind}`),
  onLabel('a label that is none', (name, behind) => `1${name}:${behind}`),
  onDirective('a misspelt directive', (word, operands, random) => `.${misspell(word.slice(1), random)}${operands}`),
  onDirective('a directive without its dot', (word, operands) => `${word.slice(1)}${operands}`),
  onDirective(
    'bad operands of a directive',
    (word, operands, random) =>
      `${word}${pick(random, ['', ' 1', `${operands} %`, `${operands} 1x`, `${operands}=`, ` "a"${operands}`, `${operands} a a`])}`,
  ),
  onDirective('a misspelt name in a directive', (word, operands, random) => {
    const [name, ...others] = operands.trim().split(/\s+/);
    return [word, misspell(name, random), ...others].join(' ');
  }),
];
