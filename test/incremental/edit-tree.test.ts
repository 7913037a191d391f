import { expect, test } from 'vitest';
import { editTree, parse, type JoinedTree } from '../../vm/index.ts';
import { SEED } from '../support/seed.ts';
import { BROKEN, FACTORIAL, SCOPES } from '../server/programs.ts';
import { Typist } from './typist.ts';

const STEPS = Number(process.env['BCASM_STEPS'] ?? 1_500);

test(`an edited tree is the tree of the edited text (seed ${SEED})`, () => {
  for (const [index, start] of [SCOPES, FACTORIAL, BROKEN, '', FACTORIAL.replaceAll('\n', '\r\n')].entries()) {
    const typist = new Typist(start, `tree ${index}`);
    let tree = parse(start);
    for (let step = 0; step < STEPS / 5; step++) {
      for (const change of typist.edit()) tree = editTree(tree, change);
      expectSameTree(tree, typist.text, `seed ${SEED}, text ${index}, step ${step}`);
    }
  }
});

function expectSameTree(tree: JoinedTree, text: string, message: string): void {
  expect(tree.text, message).toBe(text);
  expect(columnsOf(tree), message).toEqual(columnsOf(parse(text)));
}

function columnsOf(tree: JoinedTree): unknown {
  const { lineCount, lineStarts, lineTokens, tokenCount, tokenKinds, tokenStarts, tokenEnds, hasLoneCarriageReturn } =
    tree;
  const { statementCount, statementKinds, statementCodes, statementHeads, statementEnds, statementLines } = tree;
  const diagnostics = tree.diagnostics.map(each => JSON.stringify(each)).toSorted();
  const tokens = [[tokenCount], ...[tokenKinds, tokenStarts, tokenEnds].map(each => [...each])];
  const statements = [
    statementKinds,
    statementCodes,
    statementHeads,
    statementEnds,
    statementLines,
    tree.statementFaults,
  ];
  return {
    lineCount,
    lineStarts: [...lineStarts],
    lineTokens: [...lineTokens],
    tokens,
    statementCount,
    diagnostics,
    hasLoneCarriageReturn,
    statements: statements.map(each => [...each]),
    blocks: [...tree.blocks],
  };
}
