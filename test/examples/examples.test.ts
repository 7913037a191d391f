import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatText, parse } from '../../vm/index.ts';
import { ROOT, bundleCli, type BundledCli } from '../support/bundled-cli.ts';
import { readExpectations } from '../support/expectations.ts';

const files = readdirSync(path.join(ROOT, 'examples'))
  .filter(name => name.endsWith('.bcasm'))
  .map(name => path.join('examples', name));

let cli: BundledCli;
beforeAll(async () => {
  cli = await bundleCli();
});
afterAll(() => cli.remove());

describe.each(files)('%s', file => {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  const expectations = readExpectations(text);

  test('does what its comments say', () => {
    const { output, error, exitCode } = cli.run(['run', file], {
      input: expectations.input.map(line => `${line}\n`).join(''),
    });
    expect(output).toBe(expectations.output.map(line => `${line}\n`).join(''));
    expect(error === '' ? null : error.trimEnd().split('\n').at(-1)).toBe(expectations.error);
    expect(exitCode).toBe(expectations.error === null ? 0 : 1);
  });

  test('has the findings that its comments say, and no others', () => {
    const { output, exitCode } = cli.run(['check', '--json', file]);
    const found = JSON.parse(output) as { line: number; code: string }[];
    expect(found.map(({ line, code }) => `${line} ${code}`)).toEqual(expectations.findings);
    expect(exitCode).toBe(0);
  });

  test('is formatted', () => {
    expect(formatText(parse(text))).toBe(text);
  });

  test('is in the list of examples', () => {
    expect(readFileSync(path.join(ROOT, 'examples', 'README.md'), 'utf8')).toContain(`(${path.basename(file)})`);
  });
});
