import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ending, run } from './program.ts';

/** Which parameters a function has, and what a call gives; numbers are counts. */
interface Case {
  readonly required: number;
  readonly optional: number;
  readonly star: 'none' | 'bare' | 'rest';
  readonly keywordOnly: readonly boolean[];
  readonly named: boolean;
  readonly positional: number;
  readonly names: readonly string[];
}

const cases: fc.Arbitrary<Case> = fc.record({
  required: fc.nat(3),
  optional: fc.nat(2),
  star: fc.constantFrom('none', 'bare', 'rest'),
  keywordOnly: fc.array(fc.boolean(), { maxLength: 3 }),
  named: fc.boolean(),
  positional: fc.nat(6),
  names: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'x', 'k0', 'k1', 'k2', 'o0', 'o1', 'rest', 'named'), {
    maxLength: 4,
  }),
});

test(`arguments are bound as CPython binds them, with its messages (seed ${SEED})`, () => {
  const sample = fc.sample(cases, { numRuns: 400, seed: SEED });
  const expected = JSON.parse(
    execFileSync('python3', ['-c', PYTHON], { input: JSON.stringify(sample.map(pythonOf)), encoding: 'utf8' }),
  ) as string[];
  for (const [index, each] of sample.entries()) {
    const result = run(assemblyOf(each));
    const actual = result.stop.kind === 'uncaught' ? ending(result) : result.output;
    expect({ case: each, result: actual }).toEqual({ case: each, result: expected[index] });
  }
});

/** Runs each program, and answers what it prints or how it fails. */
const PYTHON = `
import contextlib, io, json, sys
answers = []
for source in json.load(sys.stdin):
    output = io.StringIO()
    try:
        with contextlib.redirect_stdout(output):
            exec(source, {})
        answers.append(output.getvalue())
    except TypeError as error:
        answers.append(f'TypeError: {error}')
json.dump(answers, sys.stdout)
`;
import { SEED } from '../support/seed.ts';

function parametersOf(each: Case): { name: string; written: string }[] {
  const star = each.star === 'bare' && each.keywordOnly.length === 0 ? 'none' : each.star;
  return [
    ...['a', 'b', 'c'].slice(0, each.required).map(name => ({ name, written: name })),
    ...['o0', 'o1'].slice(0, each.optional).map(name => ({ name, written: `${name}=7` })),
    ...(star === 'none' ? [] : [{ name: star === 'rest' ? 'rest' : '', written: star === 'rest' ? '*rest' : '*' }]),
    ...(star === 'none'
      ? []
      : each.keywordOnly.map((hasDefault, index) => ({
          name: `k${index}`,
          written: hasDefault ? `k${index}=8` : `k${index}`,
        }))),
    ...(each.named ? [{ name: 'named', written: '**named' }] : []),
  ];
}

function pythonOf(each: Case): string {
  const parameters = parametersOf(each);
  const values = Array.from({ length: each.positional }, (_, index) => `${index + 100}`);
  const named = each.names.map((name, index) => `${name}=${index + 200}`);
  const names = parameters.map(({ name }) => name).filter(name => name !== '');
  const body = names.map(name => `    print(${name})\n`).join('');
  return `def f(${parameters.map(({ written }) => written).join(', ')}):\n${body}    return None\nf(${[...values, ...named].join(', ')})\n`;
}

function assemblyOf(each: Case): string {
  const parameters = parametersOf(each);
  const names = parameters.map(({ name }) => name).filter(name => name !== '');
  const count = each.positional + each.names.length;
  return [
    `.func f ${parameters.map(({ written }) => written).join(' ')}`,
    ...names.flatMap(name => [`LOAD_VAR ${name}`, 'PRINT']),
    'LOAD_CONST None',
    'RETURN_VALUE',
    '.end',
    'MAKE_FUNC f',
    ...Array.from({ length: each.positional }, (_, index) => `LOAD_CONST ${index + 100}`),
    ...each.names.map((_, index) => `LOAD_CONST ${index + 200}`),
    `CALL ${count} ${each.names.join(' ')}`,
    'POP_TOP',
  ].join('\n');
}
