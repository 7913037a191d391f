import { expect, test } from 'vitest';
import { stackBefore } from '../../server/function-facts.ts';
import { inferKinds, valueKinds, withKinds } from '../../server/kind-inference.ts';
import { programName } from '../../server/program-names.ts';
import { Machine, typeName, type Analysis, type FunctionCode, type Value } from '../../vm/index.ts';
import { PROGRAMS } from '../oracle/corpus.ts';
import { randomPython } from '../programs/random-python.ts';
import { analyzeText } from '../support/run-program.ts';
import { SEED } from '../support/seed.ts';
import { translations } from '../support/translations.ts';
import { kindOf } from '../verifier/observed.ts';
import { randomFrom } from '../verifier/random.ts';
import { randomProgram } from '../verifier/random-program.ts';

const STEPS = 400;
const INPUT = ['12', 'abc', '', '0', '7', 'x'];

/** The kinds that are said of the parameters and locals of each function, by the function's number and the name. */
function saidOf(analysis: Analysis): Map<string, number> {
  const said = new Map<string, number>();
  const { module } = analysis;
  for (const [scope, { kind, variables }] of module.scopes.entries()) {
    if (kind !== 'function') continue;
    for (const [name, symbol] of variables) {
      const variable = programName(module, symbol);
      const inferred = inferKinds(analysis, variable, () => []);
      if (inferred !== undefined) said.set(`${analysis.functionOfScope(module, scope)} ${name}`, inferred.kinds);
    }
  }
  return said;
}

/** How many variables were seen to hold a value of which something is said. */
function checkRun(text: string): number {
  const analysis = analyzeText(text, '/main.bcasm');
  const { program } = analysis;
  if (program === null) return 0;
  const said = saidOf(analysis);
  const kindsOf = valueKinds(analysis, () => []);
  const scopes = new Map(
    analysis.module.scopes.flatMap(({ kind }, scope) =>
      kind === 'class' ? [] : [[analysis.functionOfScope(analysis.module, scope), scope] as const],
    ),
  );
  const seen = new Set<string>();
  const input = INPUT.values();
  const host = { write: () => {}, readLine: () => input.next().value ?? null };
  const machine = new Machine(program, { host, limits: { depth: 20, heapBytes: 2 ** 24 } });
  for (let step = 0; step < STEPS && !machine.hasEnded && !machine.isDying; step++) {
    machine.run(1);
    if (machine.hasEnded) break;
    const frame = machine.frame(machine.frameCount - 1);
    const scope = scopes.get(frame.function) ?? 0;
    const stack = stackBefore(analysis, { module: analysis.module, scope, index: frame.at });
    for (const [depth, value] of (stack && withKinds(kindsOf, scope, stack))?.fromTop.entries() ?? []) {
      const found = frame.stack.at(-1 - depth);
      if (found === undefined || (value.kinds & kindOf(found)) !== 0) continue;
      expect.fail(`${frame.function} at ${frame.at} has a ${typeName(found)} ${depth} below the top:\n${text}`);
    }
    const { locals, cells }: FunctionCode = program.functions[frame.function];
    const bound: (readonly [name: string, value: Value | undefined])[] = [
      ...locals.map((name, slot) => [name, frame.locals[slot]] as const),
      ...cells.map(({ name }, slot) => [name, frame.cells[slot]] as const),
    ];
    for (const [name, value] of bound) {
      const place = `${frame.function} ${name}`;
      const kinds = said.get(place);
      if (kinds === undefined || value === undefined) continue;
      seen.add(place);
      if ((kinds & kindOf(value)) === 0) expect.fail(`${place} holds a ${typeName(value)}:\n${text}`);
    }
  }
  return seen.size;
}

test(`variables hold what is said of them, in random programs and translated ones (seed ${SEED})`, () => {
  const python = Array.from({ length: 40 }, (_, index) => randomPython(randomFrom(SEED * 300_000 + index)));
  const texts = [
    ...translations([...python, ...PROGRAMS.filter((_, index) => index % 3 === 0).map(({ source }) => source)]),
    ...Array.from({ length: 80 }, (_, index) => randomProgram(SEED + index)),
  ];
  const seenCount = texts.map(checkRun).reduce((sum, count) => sum + count, 0);
  expect(seenCount).toBeGreaterThan(100);
});
