import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nodeFiles } from '../../server/node-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bcasm-files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('nodeFiles.read', () => {
  test('skips the byte order mark', () => {
    writeFileSync(join(folder, 'a.bcasm'), '\ufeffNOP');
    expect(nodeFiles.read(join(folder, 'a.bcasm'))).toEqual({ text: 'NOP' });
  });

  test('names the lines with bytes that are no UTF-8, and no others', () => {
    const file = join(folder, 'a.bcasm');
    writeFileSync(file, Buffer.concat([Buffer.from('; \ufffd\n; '), Buffer.from([0xff]), Buffer.from('\nNOP\n')]));
    expect(nodeFiles.read(file)).toEqual({ text: '; \ufffd\n; \ufffd\nNOP\n', malformedLines: [1] });
  });
});

describe('nodeFiles.list', () => {
  test('finds assembly files at any depth, but not in what tools keep', () => {
    for (const each of ['sub/deep', 'node_modules/x', '.git']) mkdirSync(join(folder, each), { recursive: true });
    for (const file of ['a.bcasm', 'b.txt', 'sub/deep/c.bcasm', 'node_modules/x/d.bcasm', '.git/e.bcasm']) {
      writeFileSync(join(folder, file), '');
    }
    expect(nodeFiles.list(folder)).toEqual([join(folder, 'a.bcasm'), join(folder, 'sub', 'deep', 'c.bcasm')]);
    expect(nodeFiles.list(join(folder, 'gone'))).toEqual([]);
    expect(nodeFiles.list('untitled:x')).toEqual([]);
  });
});
