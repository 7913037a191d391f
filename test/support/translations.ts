import { execFileSync } from 'node:child_process';
import path from 'node:path';

/** The assembly of Python programs; fails where one of them has no translation. */
export function translations(sources: readonly string[]): string[] {
  const answers = execFileSync('python3', [TRANSLATOR, '--batch'], {
    input: sources.map(source => `${JSON.stringify({ source })}\n`).join(''),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return answers
    .trimEnd()
    .split('\n')
    .map((line, index) => {
      const { text, refused } = JSON.parse(line) as { text?: string; refused?: string };
      if (text === undefined) throw new Error(`no translation, because of ${refused}:\n${sources[index]}`);
      return text;
    });
}

const TRANSLATOR = path.resolve(import.meta.dirname, '../oracle/translate.py');
