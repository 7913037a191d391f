import { expect, test } from 'vitest';
import { usesOfMethod } from '../../server/method-uses.ts';
import { Machine, Op, tokenName, type Analysis } from '../../vm/index.ts';
import { PROGRAMS } from '../oracle/corpus.ts';
import { randomPython } from '../programs/random-python.ts';
import { analyzeText } from '../support/run-program.ts';
import { SEED } from '../support/seed.ts';
import { translations } from '../support/translations.ts';
import { randomFrom } from '../verifier/random.ts';

const STEPS = 3_000;

interface Method {
  readonly scope: number;
  readonly name: string;
}

/** The methods of a program by the number of their function. */
function methodsByFunction(analysis: Analysis): Map<number, Method> {
  const { module } = analysis;
  const methods = new Map<number, Method>();
  for (const [scope, { kind, parent, name }] of module.scopes.entries()) {
    if (kind !== 'function' || module.scopes[parent].kind !== 'class') continue;
    methods.set(analysis.functionOfScope(module, scope), { scope, name });
  }
  return methods;
}

/** Runs a program, and returns how many calls of methods by `CALL_METHOD` were found among the uses of the method. */
function checkRun(text: string): { calls: number; known: number } {
  const analysis = analyzeText(text, '/main.bcasm');
  const { program, module } = analysis;
  const methods = methodsByFunction(analysis);
  if (program === null || methods.size === 0) return { calls: 0, known: 0 };
  const machine = new Machine(program, { host: { write: () => {}, readLine: () => null } });
  const scopeOfFunction = new Map(
    module.scopes.flatMap((each, scope) =>
      each.kind === 'class' ? [] : [[analysis.functionOfScope(module, scope), scope] as const],
    ),
  );
  const seen = new Map<string, { readonly method: Method; readonly statement: number }>();
  for (let step = 0; step < STEPS && !machine.hasEnded && !machine.isDying; step++) {
    const depth = machine.frameCount;
    const { function: caller, at } = machine.frame(depth - 1);
    machine.run(1);
    if (machine.hasEnded || machine.frameCount !== depth + 1) continue;
    const method = methods.get(machine.frame(depth).function);
    const statement = module.scopes[scopeOfFunction.get(caller) ?? 0].instructions[at];
    const isMeant = tokenName(module.tree, module.tree.statementHeads[statement] + 1) === method?.name;
    // Else the machine calls it on the way, as `__iter__`.
    const isCall = module.tree.statementCodes[statement] === Op.CALL_METHOD && isMeant;
    if (method !== undefined && isCall) seen.set(`${statement} ${method.scope}`, { method, statement });
  }
  let known = 0;
  for (const { method, statement } of seen.values()) {
    const { scope } = method;
    const uses = usesOfMethod({ module, scope, classScope: module.scopes[scope].parent }, () => [analysis]);
    const use = uses.find(each => each.statement === statement);
    const line = module.tree.statementLines[statement] + 1;
    if (use === undefined) expect.fail(`line ${line} calls \`${method.name}\` of another class, it was said:\n${text}`);
    if (!use.isByName) known++;
  }
  return { calls: seen.size, known };
}

test(`what calls a method when a program runs is among its uses, in programs translated from Python (seed ${SEED})`, () => {
  const python = Array.from({ length: 60 }, (_, index) => randomPython(randomFrom(SEED * 500_000 + index)));
  const runs = translations([...python, ...PROGRAMS.map(({ source }) => source)]).map(checkRun);
  const calls = runs.reduce((sum, run) => sum + run.calls, 0);
  const known = runs.reduce((sum, run) => sum + run.known, 0);
  expect(calls).toBeGreaterThan(50);
  expect(known).toBeGreaterThan(20);
});
