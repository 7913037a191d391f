import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import {
  BUILT_IN_NAMES,
  verify,
  verifyFunction,
  type Callee,
  type Finding,
  type FunctionCode,
  type Program,
} from '../../vm/index.ts';
import { analyzeText as analyzeFile } from '../support/run-program.ts';
import { analyzeText } from './marked-program.ts';
import { runObserved } from './observed.ts';
import { randomFrom } from './random.ts';
import { randomProgram } from './random-program.ts';
import { SEED } from '../support/seed.ts';

const PROGRAMS = 800;
/** Few steps: by recursion numbers and strings can double again and again. */
const STEPS = 150;
const INPUT = ['12', 'abc', '', '0', '7', 'x'];
/** Milliseconds; for a busy machine. */
const PATIENCE = 60_000;

test(`what runs do is what the verifier inferred, for random programs from seed ${SEED}`, { timeout: PATIENCE }, () => {
  for (let seed = SEED; seed < SEED + PROGRAMS; seed++) {
    const text = randomProgram(seed);
    const { program, verification, diagnostics } = analyzeText(text);
    if (program === null) expect.fail(`seed ${seed} does not assemble: ${diagnostics[0].message}\n${text}`);
    withProgram(seed, text, () => runObserved(program, verification, { steps: STEPS, input: INPUT }));
  }
});

test(
  'what runs do is what the verifier inferred, for the examples and the test programs',
  { timeout: PATIENCE },
  () => {
    for (const directory of [EXAMPLES, PROGRAMS_OF_TESTS]) {
      for (const name of readdirSync(directory).filter(each => each.endsWith('.bcasm'))) {
        const file = fileURLToPath(new URL(name, directory));
        const text = readFileSync(file, 'utf8');
        const { program, verification } = analyzeFile(text, file);
        if (program === null) expect.fail(`${file} does not assemble`);
        const input = [...text.matchAll(/^; input: (.*)$/gm)].map(match => match[1]);
        runObserved(program, verification, { steps: 20_000, input });
      }
    }
  },
);

test('the examples have no findings but the one that is an example of them', () => {
  const kinds = readdirSync(EXAMPLES)
    .filter(name => name.endsWith('.bcasm'))
    .flatMap(file => {
      const { verification } = analyzeText(readFileSync(new URL(file, EXAMPLES), 'utf8'));
      return verification.findings.map(({ kind }) => `${file}: ${kind}`);
    });
  expect(kinds).toEqual(['stack_underflow.bcasm: stack-underflow']);
});

test(
  `findings do not depend on the order of functions, for random programs from seed ${SEED}`,
  { timeout: PATIENCE },
  () => {
    for (let seed = SEED; seed < SEED + 150; seed++) {
      const text = randomProgram(seed);
      const { program } = analyzeText(text);
      if (program === null) continue;
      const order = shuffledOrder(program.functions.length, seed);
      const original = findingsOf(program, index => index);
      const shuffled = findingsOf(reordered(program, order), index => order[index]);
      withProgram(seed, text, () => expect(shuffled).toEqual(original));
    }
  },
);

test(`a function verified by itself has the same findings, for random programs from seed ${SEED}`, () => {
  for (let seed = SEED; seed < SEED + 150; seed++) {
    const text = randomProgram(seed);
    const { program } = analyzeText(text);
    if (program === null) continue;
    const { findings, surroundings } = verify(program, { builtIns: BUILT_IN_NAMES });
    const alone = program.functions.flatMap((code, index) => verifyFunction(code, index, surroundings).findings);
    withProgram(seed, text, () => expect(alone).toEqual(findings));
  }
});

const EXAMPLES = new URL('../../examples/', import.meta.url);
const PROGRAMS_OF_TESTS = new URL('../programs/', import.meta.url);

/** A failure shows the program that it is about. */
function withProgram(seed: number, text: string, assertion: () => void): void {
  try {
    assertion();
  } catch (error) {
    const numbered = text.replaceAll(/^l(\d+):$/gm, 'l$1: (end)');
    throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}\n${numbered}`, {
      cause: error,
    });
  }
}

/** Main stays first. */
function shuffledOrder(count: number, seed: number): number[] {
  const random = randomFrom(seed);
  const keys = Array.from({ length: count }, (_, index) => (index === 0 ? -1 : random()));
  return [...keys.keys()].toSorted((a, b) => keys[a] - keys[b]);
}

/** The same program with function `order[i]` in place i. */
function reordered({ functions, classes }: Program, order: readonly number[]): Program {
  const placeOf = new Map(order.map((index, place) => [index, place]));
  const renumber = (callee: Callee | null): Callee | null =>
    callee?.kind === 'function' ? { ...callee, index: placeOf.get(callee.index) ?? -1 } : callee;
  const rewrite = (code: FunctionCode): FunctionCode => ({
    ...code,
    sites: code.sites.map(site => ({ ...site, callee: renumber(site.callee) })),
  });
  const renumbered = classes.map(each => ({
    ...each,
    methods: each.methods.map(method => ({ ...method, function: placeOf.get(method.function) ?? -1 })),
  }));
  return { functions: order.map(index => rewrite(functions[index])), classes: renumbered };
}

function findingsOf(program: Program, originalIndex: (index: number) => number): string[] {
  const { findings } = verify(program, { builtIns: BUILT_IN_NAMES });
  const describe = ({ kind, function: index, at, parameters }: Finding) =>
    JSON.stringify([originalIndex(index), at, kind, parameters]);
  return findings.map(describe).toSorted();
}
