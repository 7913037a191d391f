import { MNEMONICS, instructionNamed, stackEffect, type Mnemonic } from '../../vm/index.ts';

/** A source of numbers from 0 to 1 that gives the same ones for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A program that assembles: any instructions in any order, and jumps that lead anywhere. Most instructions find the values
 * that they take, in text order at least, and most variables are stored at the start, so that runs come some way.
 */
export function randomProgram(seed: number): string {
  const random = randomFrom(seed);
  const functions = FUNCTIONS.map(({ header }) =>
    [`.func ${header}`, ...randomBody(random, IN_FUNCTIONS), '.end'].join('\n'),
  );
  const stores = VARIABLES.filter(() => random() < 0.7).flatMap(name => [
    `LOAD_CONST ${pick(random, CONSTANTS)}`,
    `STORE_VAR ${name}`,
  ]);
  return [...functions, ...stores, ...randomBody(random, IN_MAIN)].join('\n');
}

const FUNCTIONS = [
  { header: 'f', calls: ['f 0'] },
  { header: 'g a', calls: ['g 1'] },
  { header: 'h a b=1', calls: ['h 1', 'h 2', 'h 1 a'] },
];
const CALLS = [...FUNCTIONS.flatMap(({ calls }) => calls), 'len 1', 'str 1', 'int 1', 'iter 1', 'range 1', 'print 0'];
const VARIABLES = ['a', 'b', 'x', 'y', 'len'];
const CONSTANTS = ['0', '1', '2', '-3', '1.5', '0.0', '"a"', '"%d"', '""', 'None', 'True', 'False'];
/** Under these a number or a string may grow beyond all bounds in a few steps. */
const LEFT_OUT: ReadonlySet<Mnemonic> = new Set([
  'POW',
  'INPLACE_POW',
  'SHIFT_LEFT',
  'INPLACE_SHIFT_LEFT',
  'CALL_SPREAD',
  'YIELD',
]);
const GROUPS_LEFT_OUT = new Set<string | undefined>(['collections', 'objects', 'exceptions']);
const IN_FUNCTIONS = MNEMONICS.filter(
  mnemonic => !LEFT_OUT.has(mnemonic) && !GROUPS_LEFT_OUT.has(instructionNamed(mnemonic)?.group),
);
const IN_MAIN = IN_FUNCTIONS.filter(mnemonic => instructionNamed(mnemonic)?.flow !== 'return');
const PUSHES: readonly Mnemonic[] = ['LOAD_CONST', 'LOAD_CONST', 'LOAD_VAR', 'MAKE_FUNC'];

function randomBody(random: () => number, mnemonics: readonly Mnemonic[]): string[] {
  const count = 2 + Math.floor(random() * 18);
  const lines: string[] = [];
  let height = 0;
  for (let at = 0; at < count; at++) {
    let words = randomInstruction(random, mnemonics, count);
    if (effectOf(words).pops > height && random() < 0.95) words = randomInstruction(random, PUSHES, count);
    const { pops, pushes } = effectOf(words);
    height = Math.max(height - pops, 0) + pushes;
    lines.push(`l${at}: ${words.join(' ')}`);
  }
  return [...lines, `l${count}:`];
}

function randomInstruction(random: () => number, mnemonics: readonly Mnemonic[], count: number): string[] {
  const mnemonic = pick(random, mnemonics);
  return [mnemonic, ...operandsOf(random, mnemonic, count)];
}

function effectOf([mnemonic, ...operands]: readonly string[]): { pops: number; pushes: number } {
  const instruction = instructionNamed(mnemonic);
  if (instruction === undefined) throw new Error(`no instruction ${mnemonic}`);
  const count = Number(operands.join(' ').split(' ')[instruction.countOperand] ?? 0);
  return stackEffect(instruction, 'next', count);
}

function operandsOf(random: () => number, mnemonic: Mnemonic, count: number): string[] {
  const row = instructionNamed(mnemonic)?.operands[0];
  switch (row?.kind) {
    case undefined:
    case 'argument-name':
      return [];
    case 'constant':
    case 'message':
      return [pick(random, CONSTANTS)];
    case 'variable':
      return [pick(random, VARIABLES)];
    case 'label':
      return [`l${Math.floor(random() * (count + 1))}`];
    case 'count':
      return [pick(random, ['0', '1', '2'])];
    case 'attribute':
      return [pick(random, VARIABLES)];
    case 'class':
    case 'function':
      return [functionOperand(random, mnemonic)];
  }
}

function functionOperand(random: () => number, mnemonic: Mnemonic): string {
  if (mnemonic === 'MAKE_FUNC') return pick(random, ['f', 'g', 'h', 'h 1']);
  return pick(random, mnemonic === 'TAIL_CALL_FUNC' ? CALLS.filter(call => call !== 'h 1 a') : CALLS);
}

function pick<T>(random: () => number, choices: readonly T[]): T {
  return choices[Math.floor(random() * choices.length)];
}
