import { expect, test } from 'vitest';
import {
  ProgramAnalyzer,
  analyze,
  editTree,
  encodeProgram,
  parse,
  type Analysis,
  type JoinedTree,
} from '../../vm/index.ts';
import { SEED } from '../support/seed.ts';
import { RandomValues } from '../values/random.ts';
import { BROKEN, FACTORIAL, LIBRARY, SCOPES } from '../server/programs.ts';
import { Typist } from './typist.ts';

/** More than in a run of all tests can be asked for with `BCASM_STEPS=N`. */
const STEPS = Number(process.env['BCASM_STEPS'] ?? 1_200);

const FILES: Readonly<Record<string, string>> = {
  'main.bcasm': `.import "library.bcasm"\n${SCOPES}`,
  'library.bcasm': LIBRARY['/lib/shapes.bcasm'],
  'other.bcasm': `.import "library.bcasm"\n${FACTORIAL}`,
  'alone.bcasm': BROKEN,
};

test(`after every edit the analysis is that of a new analyzer (seed ${SEED})`, () => {
  const typists = new Map(Object.entries(FILES).map(([file, text]) => [file, new Typist(text, `analysis ${file}`)]));
  const trees = new Map(Object.entries(FILES).map(([file, text]) => [file, parse(text)]));
  const analyzers = new Map(Object.keys(FILES).map(file => [file, new ProgramAnalyzer(file)]));
  const names = Object.keys(FILES);
  for (let step = 0; step < STEPS; step++) {
    // A while in one file, then on to another.
    const file = names[Math.floor(step / 7) % names.length];
    const typist = typists.get(file) as Typist;
    for (const change of typist.edit()) trees.set(file, editTree(trees.get(file) as JoinedTree, change));
    for (const root of step % 3 === 0 ? names : [file]) {
      const message = `seed ${SEED}, step ${step}, ${root} after an edit of ${file}`;
      const texts = (each: string) => typists.get(each)?.text;
      expectSame((analyzers.get(root) as ProgramAnalyzer).analyze(providerOf(trees)), fresh(root, texts), message);
    }
  }
});

function providerOf(trees: ReadonlyMap<string, JoinedTree>) {
  return {
    read: (file: string) => {
      const tree = trees.get(file);
      return tree === undefined ? { error: 'no such file' } : { text: tree.text, tree };
    },
    resolve: (path: string) => path,
  };
}

function fresh(root: string, textOf: (file: string) => string | undefined): Analysis {
  return analyze(root, {
    read: file => {
      const text = textOf(file);
      return text === undefined ? { error: 'no such file' } : { text };
    },
    resolve: path => path,
  });
}

function expectSame(actual: Analysis, expected: Analysis, message: string): void {
  const [a, b] = [describe(actual), describe(expected)];
  if (JSON.stringify(a) !== JSON.stringify(b)) expect(a, message).toEqual(b);
}

/** All that can be asked of an analysis. */
function describe({ module, modules, diagnostics, program, verification, functionOfScope, scopeOfFunction }: Analysis) {
  return {
    diagnostics,
    modules: modules.map(each => [each.file, each.diagnostics, [...each.globalsRead].toSorted()]),
    symbols: module.symbols.map(({ origin, ...own }) => ({
      ...own,
      origin: origin && [origin.module.file, origin.symbol, origin.module.symbols[origin.symbol].name],
    })),
    scopes: module.scopes.map(({ labels, callables, variables, instructions, parameters, ...own }) => ({
      kind: own.kind,
      name: own.name,
      parent: own.parent,
      symbol: own.symbol,
      depth: own.depth,
      names: [own.shownName, own.qualifiedName, ...own.nonlocals],
      isBroken: own.isBroken,
      parameters,
      tables: [labels, callables, variables].map(each => [...each]),
      instructions: [...instructions],
    })),
    constants: [...module.constants],
    tokens: [[...module.tokenSymbols], [...module.tokenRoles], [...module.statementScopes]],
    imports: module.imports.map(each => [each.path, each.file, each.token, each.module?.file]),
    program: program && [...encodeProgram(program)].join(),
    functions: verification.functions.map(({ maximumHeight, isStackSafe, stackBefore, isOpen }, index) => {
      const scope = scopeOfFunction(index);
      const { instructions } = scope.module.scopes[scope.scope];
      const stacks = [...instructions.keys()].map(at => [stackBefore(at), isOpen(at)]);
      return [maximumHeight, isStackSafe, stacks, functionOfScope(scope.module, scope.scope) === index];
    }),
    findings: verification.findings,
  };
}

test(`so it is where main and what is no directive yet stand between functions (seed ${SEED})`, () => {
  const random = new RandomValues('gaps');
  for (let round = 0; round < STEPS / 40; round++) {
    const lines = Array.from({ length: 2 + random.below(4) }, (_, index) => [
      ...Array.from({ length: random.below(4) }, () => random.pick(GAP_LINES)),
      `.func f${index} a`,
      'LOAD_VAR a',
      'STORE_GLOBAL g',
      `CALL_FUNC f${random.below(3)} 1`,
      'RETURN_VALUE',
      '.end',
    ]).flat();
    lines.push('LOAD_VAR g', 'PRINT', '');
    const analyzer = new ProgramAnalyzer('main.bcasm');
    let tree = parse(lines.join('\n'));
    for (let step = 0; step < 20; step++) {
      const line = random.below(lines.length);
      const removed = random.below(3) === 0 ? Math.min(random.below(3), lines.length - 1 - line) : 0;
      const added = removed > 0 ? [] : [random.pick(GAP_LINES)];
      lines.splice(line, removed, ...added);
      const [start, end] = [line, line + removed].map(each => ({ line: each, column: 0 }));
      tree = editTree(tree, { start, end, newText: added.map(each => `${each}\n`).join('') });
      const text = lines.join('\n');
      const actual = analyzer.analyze(providerOf(new Map([['main.bcasm', tree]])));
      const message = `seed ${SEED}, round ${round}, step ${step}`;
      expect(tree.text, message).toBe(text);
      expectSame(
        actual,
        fresh('main.bcasm', file => (file === 'main.bcasm' ? text : undefined)),
        message,
      );
    }
  }
});

/** Lines of main, of comments, and of directives that are none yet. */
const GAP_LINES = `
; comment
.
.f
.fu x
.x "y
.fun
.func
.func h b
.end
.class C
x: .y
x: .func i
x:
JUMP x
LOAD_CONST 1
POP_TOP
STORE_VAR g
STOR
.const K 1
LOAD_CONST K`.split('\n');

test(`what would be is what a new analyzer says, and leaves what is (seed ${SEED})`, () => {
  const typist = new Typist(SCOPES, 'edited');
  const analyzer = new ProgramAnalyzer('main.bcasm');
  let tree = parse(SCOPES);
  for (let step = 0; step < STEPS / 4; step++) {
    for (const change of typist.edit()) tree = editTree(tree, change);
    const trees = new Map([['main.bcasm', tree]]);
    const analysis = analyzer.analyze(providerOf(trees));
    const before = JSON.stringify(describe(analysis));
    const other = new Typist(typist.text, `other ${step}`);
    other.edit();
    const edited = analysis.edited(new Map([['main.bcasm', other.text]]));
    expectSame(
      edited,
      fresh('main.bcasm', file => (file === 'main.bcasm' ? other.text : undefined)),
      `step ${step}`,
    );
    expect(JSON.stringify(describe(analysis)), `seed ${SEED}, step ${step}`).toBe(before);
  }
});

test('names that a class with a mistake may store are forgotten when it becomes a function', () => {
  const analyzer = new ProgramAnalyzer('main.bcasm');
  const before = '.class C\n.func. f self\nLOAD_VAR self\n';
  const after = '.func C\nLOAD_VAR self\n.end\n';
  for (const text of [before, after]) {
    const actual = analyzer.analyze(providerOf(new Map([['main.bcasm', parse(text)]])));
    expectSame(
      actual,
      fresh('main.bcasm', file => (file === 'main.bcasm' ? text : undefined)),
      text,
    );
  }
});
