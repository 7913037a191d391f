import * as fc from 'fast-check';
import { SymbolKind, type DocumentSymbol, type Range, type SelectionRange } from 'vscode-languageserver';
import { describe, expect, test } from 'vitest';
import { documentSymbols } from '../../server/features/document-symbols.ts';
import { flatSymbols } from '../../server/features/flat-symbols.ts';
import { foldingRanges } from '../../server/features/folding-ranges.ts';
import { selectionRanges } from '../../server/features/selection-ranges.ts';
import { workspaceSymbols } from '../../server/features/workspace-symbols.ts';
import { openFixture, textIn } from './fixture.ts';
import { BROKEN, FACTORIAL, LIBRARY, SCOPES } from './programs.ts';

function checkDocumentSymbols(text: string, expected: string): void {
  expect(`\n${outline(documentSymbols(openFixture(text).snapshot), '').join('\n')}\n`).toBe(expected);
}

describe('documentSymbols', () => {
  test('nests functions, classes and labels', () =>
    checkDocumentSymbols(
      SCOPES,
      `
Constant STEP (0x10)
Function outer (a b=STEP *rest c **named)
  Function inner ()
  Key again
Variable total
Class Point ()
  Method move (self x)
Variable größe
`,
    ));

  test('is flat for clients that know no nested outlines', () => {
    const { snapshot } = openFixture(SCOPES);
    const flat = flatSymbols(documentSymbols(snapshot), 'file:///main.bcasm');
    expect(flat.map(({ name, containerName }) => `${containerName ?? ''}/${name}`)).toEqual([
      '/STEP',
      '/outer',
      'outer/inner',
      'outer/again',
      '/total',
      '/Point',
      'Point/move',
      '/größe',
    ]);
  });

  test('every range is in its parent and holds its name', () => {
    const visit = (symbols: readonly DocumentSymbol[]) => {
      for (const symbol of symbols) {
        expect(isInside(symbol.selectionRange, symbol.range)).toBe(true);
        for (const child of symbol.children ?? []) expect(isInside(child.range, symbol.range)).toBe(true);
        visit(symbol.children ?? []);
      }
    };
    for (const text of [FACTORIAL, SCOPES, BROKEN]) visit(documentSymbols(openFixture(text).snapshot));
  });
});

describe('workspaceSymbols', () => {
  test('finds names of all files by some of their letters', () => {
    const { snapshot, programs } = openFixture(LIBRARY);
    const names = (query: string) => workspaceSymbols(snapshot, query, programs()).map(({ name }) => name);
    expect(names('')).toEqual(['SIDES', 'area']);
    expect(names('aa')).toEqual(['area']);
    expect(names('sd')).toEqual(['SIDES']);
    expect(names('x')).toEqual([]);
  });
});

describe('foldingRanges', () => {
  test('functions without their end, comments, imports', () => {
    const text = '; a\n; b\n.import "a"\n.import "b"\n.func f\n.func g\nNOP\n.end\n.end\nNOP ; c\n; d\n.func open\nNOP';
    const folds = foldingRanges(openFixture(text).snapshot);
    expect(folds.map(({ startLine, endLine, kind }) => `${startLine}-${endLine} ${kind ?? 'block'}`)).toEqual([
      '4-7 block',
      '5-6 block',
      '11-12 block',
      '0-1 comment',
      '2-3 imports',
    ]);
  });
});

describe('foldingRanges of labels and regions', () => {
  test('what stands under a label, up to the next one', () => {
    const text = 'NOP\na:\nb: NOP\nNOP\n\n; above c\nc: NOP\n.func f\nd:\nNOP\n.end\nHALT';
    const folds = foldingRanges(openFixture(text).snapshot);
    expect(folds.map(({ startLine, endLine }) => `${startLine}-${endLine}`)).toEqual(['7-9', '2-3', '6-11', '8-9']);
  });
  test('regions, which may nest', () => {
    const text =
      '; region outer\nNOP\n#region inner\nNOP\n# endregion\n; just a region of memory\n; endregion\n; endregion';
    const folds = foldingRanges(openFixture(text).snapshot);
    expect(folds.map(({ startLine, endLine, kind }) => `${startLine}-${endLine} ${kind}`)).toEqual([
      '2-4 region',
      '0-6 region',
    ]);
  });
});

describe('selectionRanges', () => {
  test('hold what stands under a label', () => {
    const { snapshot, marks, texts } = openFixture('.func f\nNOP\na: NOP\nJUMP ┆a\nb: NOP\n.end');
    const seen: string[] = [];
    for (let at: SelectionRange | undefined = selectionRanges(snapshot, marks)[0]; at; at = at.parent) {
      seen.push(textIn(texts['/main.bcasm'], at.range));
    }
    expect(seen.slice(0, 5)).toEqual(['a', 'JUMP a', 'JUMP a', 'a: NOP\nJUMP a', texts['/main.bcasm']]);
  });

  test('grow from the word to the file', () => {
    const { snapshot, marks, texts } = openFixture('NOP\n.func f\n  LOAD_VAR ab┆c ; x\n.end\n');
    const [smallest] = selectionRanges(snapshot, marks);
    const seen: string[] = [];
    for (let at: typeof smallest | undefined = smallest; at; at = at.parent) {
      seen.push(textIn(texts['/main.bcasm'], at.range));
    }
    expect(seen).toEqual([
      'abc',
      'LOAD_VAR abc',
      '  LOAD_VAR abc ; x',
      '.func f\n  LOAD_VAR abc ; x\n.end',
      'NOP\n.func f\n  LOAD_VAR abc ; x\n.end\n',
    ]);
  });

  test('each holds the one before it', () => {
    const lineCount = BROKEN.split('\n').length;
    const places = fc.record({ line: fc.nat(lineCount), character: fc.nat(50) });
    fc.assert(
      fc.property(places, place => {
        const [smallest] = selectionRanges(openFixture(BROKEN).snapshot, [place]);
        for (let at = smallest; at.parent; at = at.parent) {
          expect(isInside(at.range, at.parent.range)).toBe(true);
        }
      }),
    );
  });
});

function isInside(inner: Range, outer: Range): boolean {
  return compare(inner.start, outer.start) >= 0 && compare(inner.end, outer.end) <= 0;
}

function compare(a: Range['start'], b: Range['start']): number {
  return a.line - b.line || a.character - b.character;
}

function outline(symbols: readonly DocumentSymbol[], indent: string): string[] {
  const kinds = Object.fromEntries(Object.entries(SymbolKind).map(([name, kind]) => [kind, name]));
  return symbols.flatMap(({ name, kind, detail, children }) => [
    `${indent}${kinds[kind]} ${name}${detail === undefined ? '' : ` (${detail})`}`,
    ...outline(children ?? [], `${indent}  `),
  ]);
}
