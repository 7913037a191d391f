import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { encodeProgram } from '../../vm/index.ts';
import { ROOT } from '../support/bundled-cli.ts';
import { programOf } from './programs.ts';

test('the worked example of the documentation is what the encoder writes', () => {
  const page = readFileSync(path.join(ROOT, 'docs', 'bytecode.md'), 'utf8');
  const example = page.slice(page.indexOf('### A worked example'));
  const text = /```bcasm\n(.*?)```/s.exec(example)?.[1] ?? '';
  const dump = /```text\n(.*?)```/s.exec(example)?.[1] ?? '';
  const rows = dump
    .trimEnd()
    .split('\n')
    .map(row => /^([0-9a-f]+) {2}((?:[0-9a-f]{2} )+) +\S/.exec(row));
  let documented = '';
  for (const row of rows) {
    expect(row).not.toBeNull();
    expect(Number.parseInt(row?.[1] ?? '', 16)).toBe(documented.length / 2);
    documented += (row?.[2] ?? '').replaceAll(' ', '');
  }
  expect(documented).toBe(Buffer.from(encodeProgram(programOf(text, 'double.bcasm'))).toString('hex'));
});
