import { expect, test } from 'vitest';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type DataCallback,
  type Message,
} from 'vscode-languageserver-protocol/node';
import { Traffic } from './lsp-schema.ts';

/** A reader that reads what a test gives it. */
class Script extends AbstractMessageReader {
  private callback: DataCallback = () => {};
  listen(callback: DataCallback) {
    this.callback = callback;
    return { dispose() {} };
  }
  read(message: Readonly<Record<string, unknown>>): void {
    this.callback({ jsonrpc: '2.0', ...message } as Message);
  }
}

class Nowhere extends AbstractMessageWriter {
  write(_message: Message): Promise<void> {
    return Promise.resolve();
  }
  end(): void {}
}

/** What is said of an answer to a request. */
async function violationsOf(method: string, answer: Readonly<Record<string, unknown>>): Promise<string> {
  const traffic = new Traffic();
  const [reader, writer] = [new Script(), new Nowhere()];
  traffic.watch(reader, writer);
  reader.listen(() => {});
  await writer.write({ jsonrpc: '2.0', id: 1, method } as Message);
  reader.read({ id: 1, ...answer });
  return traffic.violations().join('\n');
}

const RANGE = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };

test.each([
  ['nothing', 'textDocument/hover', null],
  ['an answer', 'textDocument/hover', { contents: { kind: 'markdown', value: 'x' }, range: RANGE }],
  ['no value', 'shutdown', null],
  ['anything as data', 'textDocument/codeLens', [{ range: RANGE, data: { any: [-1.5] } }]],
])('%s conforms', async (_, method, result) => {
  expect(await violationsOf(method, { result })).toBe('');
});

test.each([
  ['a property of ours', 'textDocument/hover', { contents: 'x', colour: 'red' }, /colour/],
  ['a property that is missing', 'textDocument/hover', { range: RANGE }, /contents/],
  ['another type', 'textDocument/references', [{ uri: 1, range: RANGE }], /uri|number/],
  ['a word that is not in the list', 'textDocument/hover', { contents: { kind: 'html', value: '' } }, /html/],
  ['a place before the first', 'textDocument/prepareRename', { ...RANGE, end: { line: 0, character: -1 } }, /-1 is no/],
  ['half a character', 'textDocument/prepareRename', { ...RANGE, end: { line: 0, character: 0.5 } }, /0\.5 is no/],
])('%s does not conform', async (_, method, result, reason) => {
  expect(await violationsOf(method, { result })).toMatch(reason);
});

test('an answer needs a result or an error, and a method that is known', async () => {
  expect(await violationsOf('shutdown', {})).toMatch(/neither/);
  expect(await violationsOf('shutdown', { error: { code: -32600, message: 'no' } })).toBe('');
  expect(await violationsOf('textDocument/no', { result: null })).toMatch(/unknown_textDocument_no/);
});
