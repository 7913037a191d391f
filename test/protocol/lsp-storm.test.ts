import { expect, test } from 'vitest';
import {
  CancellationTokenSource,
  ErrorCodes,
  LSPErrorCodes,
  LogMessageNotification,
  ResponseError,
  type Diagnostic,
} from 'vscode-languageserver-protocol/node';
import { diagnostics } from '../../server/features/diagnostics.ts';
import { positionConverter } from '../../server/convert.ts';
import { refutedByImporters } from '../../server/importers.ts';
import { analyze, editTree, parse, type JoinedTree } from '../../vm/index.ts';
import { Typist } from '../incremental/typist.ts';
import { BROKEN, FACTORIAL, SCOPES } from '../server/programs.ts';
import { FULL_CLIENT } from '../server/fixture.ts';
import { SEED } from '../support/seed.ts';
import { RandomValues } from '../values/random.ts';
import { LspClient } from './lsp-client.ts';

/** More than in a run of all tests can be asked for with `BCASM_STEPS=N`. */
const STEPS = Number(process.env['BCASM_STEPS'] ?? 600);
const STEPS_BETWEEN_CHECKS = 50;

test(`whatever is typed and asked, everything is answered, and what is said is right (seed ${SEED})`, async () => {
  const client = new LspClient();
  const logged: string[] = [];
  client.connection.onNotification(LogMessageNotification.type, ({ message }) => {
    logged.push(message);
  });
  await client.initialize({ textDocument: { diagnostic: {} } });
  const random = new RandomValues('lsp storm');
  const files = new Map<string, Typist>();
  const trees = new Map<string, JoinedTree>();
  for (const [name, text] of Object.entries(TEXTS)) {
    files.set(client.file(name), new Typist(text, `storm ${name}`));
    trees.set(client.file(name), parse(text));
    await client.open(client.file(name), text);
  }
  const uris = [...files.keys()];
  const answers: Promise<void>[] = [];
  const errors: string[] = [];
  for (let step = 0; step < STEPS; step++) {
    const uri = random.pick(uris);
    const typist = files.get(uri) as Typist;
    for (const change of typist.edit()) {
      const tree = trees.get(uri) as JoinedTree;
      trees.set(uri, editTree(tree, change));
      await client.change(uri, change.newText, positions.toRange(tree, change));
    }
    for (let request = random.below(4); request > 0; request--)
      answers.push(ask(client, random, uri, typist.text, errors));
    if ((step + 1) % STEPS_BETWEEN_CHECKS !== 0) continue;
    await Promise.all(answers.splice(0));
    for (const each of uris) await expectFresh(client, each, files, `seed ${SEED}, step ${step}`);
  }
  await Promise.all(answers);
  expect(errors).toEqual([]);
  expect(logged).toEqual([]);
  expect(await client.stop()).toBe(0);
  client.dispose();
});

const TEXTS: Readonly<Record<string, string>> = {
  'main.bcasm': `.import "library.bcasm"\n${SCOPES}`,
  'library.bcasm': FACTORIAL,
  'other.bcasm': BROKEN,
};

/** What a client may be told instead of an answer: that it did not want it, that the text has changed, or why not. */
const EXPECTED_ERRORS = new Set<number>([
  LSPErrorCodes.RequestCancelled,
  LSPErrorCodes.ContentModified,
  LSPErrorCodes.RequestFailed,
  LSPErrorCodes.ServerCancelled,
]);

/** For the protocol a carriage return alone ends a line, which it does not for the language. */
const positions = positionConverter('utf-16');

const METHODS = (
  'hover completion definition declaration implementation references documentHighlight ' +
  'documentSymbol foldingRange formatting semanticTokens/full inlayHint codeLens codeAction ' +
  'rename prepareRename signatureHelp selectionRange prepareCallHierarchy diagnostic ' +
  'linkedEditingRange documentLink rangeFormatting semanticTokens/range'
).split(' ');

/** Asks something of a file, as often as not of a place that is no longer there; and now and then no longer wants to know. */
async function ask(
  client: LspClient,
  random: RandomValues,
  uri: string,
  text: string,
  errors: string[],
): Promise<void> {
  const method = random.pick(METHODS);
  const position = { line: random.below(text.split('\n').length + 3), character: random.below(30) };
  const end = { line: position.line + random.below(20), character: random.below(30) };
  const source = new CancellationTokenSource();
  const answer = client.connection.sendRequest(
    `textDocument/${method}`,
    {
      textDocument: { uri },
      position,
      positions: [position],
      range: { start: position, end },
      context: { includeDeclaration: true, diagnostics: [], triggerKind: 1 },
      options: { tabSize: 8, insertSpaces: true },
      newName: random.pick(['x', 'y2', 'LOAD', '1']),
    },
    source.token,
  );
  if (random.below(4) === 0) source.cancel();
  try {
    await answer;
  } catch (error) {
    const code = error instanceof ResponseError ? error.code : ErrorCodes.InternalError;
    if (!EXPECTED_ERRORS.has(code)) errors.push(`${method}: ${String(error)}`);
  }
}

/** The diagnostics that the server gives of a file are those of a new analysis of what has been typed, in it and in who imports it. */
async function expectFresh(
  client: LspClient,
  uri: string,
  files: ReadonlyMap<string, Typist>,
  message: string,
): Promise<void> {
  const report: { items: Diagnostic[] } = await client.connection.sendRequest('textDocument/diagnostic', {
    textDocument: { uri },
  });
  const nameOf = (each: string): string => decodeURIComponent(each.split('/').at(-1) ?? '');
  const texts = new Map([...files].map(([each, { text }]) => [nameOf(each), text]));
  const analyzed = (file: string) =>
    analyze(file, {
      read: each => {
        const text = texts.get(each);
        return text === undefined ? { error: 'no such file' } : { text };
      },
      resolve: path => path,
    });
  const analysis = analyzed(nameOf(uri));
  const fresh = diagnostics({
    analysis,
    refuted: () => refutedByImporters(analysis, () => [...texts.keys()].map(analyzed)),
    positions,
    client: FULL_CLIENT,
    uriOf: file => file,
  });
  const shape = (found: readonly Diagnostic[]) => found.map(({ range, code }) => JSON.stringify([range, code]));
  expect(shape(report.items), `${message}, ${nameOf(uri)}`).toEqual(shape(fresh));
}
