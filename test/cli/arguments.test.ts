import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../cli/arguments.ts';
import { UsageError, type Command } from '../../cli/command.ts';

const COMMAND: Command = {
  operands: { name: 'file', minimum: 1, maximum: 2 },
  options: {
    loud: { summary: '' },
    'max-depth': { summary: '', number: { name: 'N', minimum: 1 } },
  },
  run: () => 0,
};

/** What is read, or the sentence that says why not. */
function read(...words: string[]): unknown {
  try {
    const given = parseArguments('run', COMMAND, words);
    return [given.operands, given.has('loud'), given.number('max-depth')];
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
}

describe('options and operands', () => {
  test.each([
    [['a'], [['a'], false, undefined]],
    [
      ['a', '--loud', 'b'],
      [['a', 'b'], true, undefined],
    ],
    [
      ['--max-depth', '7', 'a'],
      [['a'], false, 7],
    ],
    [
      ['--max-depth=7', '--max-depth=8', 'a'],
      [['a'], false, 8],
    ],
    [
      ['--', '--loud', '-'],
      [['--loud', '-'], false, undefined],
    ],
    [['-'], [['-'], false, undefined]],
  ])('%j', (words, expected) => {
    expect(read(...words)).toEqual(expected);
  });
});

describe('mistakes', () => {
  test.each([
    [[], 'run takes one file or more, found none'],
    [['a', 'b', 'c'], 'run takes one file or more, found `a` `b` `c`'],
    [['--max-depth', 'x', 'a'], '--max-depth takes a whole number of 1 or more, found `x`'],
    [['--max-depth=0', 'a'], '--max-depth takes a whole number of 1 or more, found `0`'],
    [['--max-depth=-1', 'a'], '--max-depth takes a whole number of 1 or more, found `-1`'],
    [['--max-depth=1.5', 'a'], '--max-depth takes a whole number of 1 or more, found `1.5`'],
    [['a', '--max-depth'], '--max-depth takes a whole number of 1 or more, found nothing'],
    [['--loud=yes', 'a'], '--loud takes no value, found `yes`'],
    [['--max-dept', '1', 'a'], 'run has no option `--max-dept`; did you mean --max-depth?'],
    [['--wholly-else', 'a'], 'run has no option `--wholly-else`; bcasm run --help lists its options'],
    [['-x', 'a'], 'run has no option `-x`; bcasm run --help lists its options'],
    [['-O', 'a'], 'this version of bcasm does not optimize: it has no -O'],
  ])('%j', (words, expected) => {
    expect(read(...words)).toBe(expected);
  });
});
