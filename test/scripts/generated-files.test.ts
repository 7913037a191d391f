import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { generatedFiles } from '../../scripts/generate/index.ts';

describe('generated files are what the tables say; "npm run generate" brings them up to date', () => {
  test.each(Object.entries(generatedFiles()))('%s', (name, text) => {
    const committed = readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
    expect(committed).toBe(text);
  });
});
