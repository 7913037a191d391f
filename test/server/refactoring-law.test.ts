import { readFileSync, readdirSync } from 'node:fs';
import * as fc from 'fast-check';
import { CodeActionKind, type Range } from 'vscode-languageserver';
import { describe, expect, test } from 'vitest';
import { codeActions } from '../../server/features/code-actions.ts';
import { analyze, type Program } from '../../vm/index.ts';
import { readExpectations } from '../support/expectations.ts';
import { runProgram, type Outcome } from '../support/run-program.ts';
import { SEED } from '../support/seed.ts';
import { applyEdits, openFixture, providerOf } from './fixture.ts';

const FILE = '/main.bcasm';
const FOLDERS = ['../programs/', '../../examples/'].map(folder => new URL(folder, import.meta.url));
const TEXTS = FOLDERS.flatMap(folder =>
  readdirSync(folder)
    .filter(file => file.endsWith('.bcasm'))
    .map(file => readFileSync(new URL(file, folder), 'utf8')),
).filter(text => text.length < 12_000 && !text.includes('.import') && !/; (?:limits|option):/.test(text));

/** What a text does when it is run; `null` for one that cannot be. */
function run(text: string, program: Program | null): Outcome | null {
  return program && runProgram(program, readExpectations(text));
}

/** Takes every refactoring that is offered for a range, and compares what the program does. Gives their number. */
function refactor(text: string, range: Range): number {
  const { snapshot } = openFixture({ [FILE]: text });
  const before = run(text, snapshot.analysis.program);
  if (before === null) return 0;
  const actions = codeActions(snapshot, range, { diagnostics: [], only: [CodeActionKind.Refactor] });
  for (const { title, edit } of actions) {
    const changed = applyEdits(text, edit?.changes?.[`file://${FILE}`] ?? []);
    const { program, diagnostics } = analyze(FILE, providerOf({ [FILE]: changed }));
    expect(program, `${title}\n${diagnostics.map(({ message }) => message).join('\n')}\n${changed}`).not.toBeNull();
    expect(run(text, program), `${title}\n${changed}`).toEqual(before);
  }
  return actions.length;
}

describe('the law of refactorings: what the program does stays the same', { timeout: 120_000 }, () => {
  test('calls inlined, jumps turned round', () => {
    let count = 0;
    for (const text of TEXTS) {
      for (const [line, content] of text.split('\n').entries()) {
        const operand = /^\s*(?:\w+:\s*)*(?:CALL_FUNC|JUMP\w*|FOR_ITER|SETUP_TRY)\s+/i.exec(content)?.[0].length;
        if (operand === undefined) continue;
        const at = { line, character: operand };
        count += refactor(text, { start: at, end: at });
      }
    }
    console.log(count);
    expect(count).toBeGreaterThan(50);
  });

  test('any lines extracted', () => {
    let count = 0;
    fc.assert(
      fc.property(fc.constantFrom(...TEXTS), fc.nat(), fc.integer({ min: 1, max: 9 }), (text, first, length) => {
        const line = first % text.split('\n').length;
        count += refactor(text, { start: { line, character: 0 }, end: { line: line + length, character: 0 } });
      }),
      { numRuns: 1_500, seed: SEED },
    );
    console.log(count);
    expect(count).toBeGreaterThan(50);
  });
});
