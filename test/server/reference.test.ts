import { describe, expect, test } from 'vitest';
import {
  BUILT_INS,
  DIRECTIVE_NAMES,
  INSTRUCTIONS,
  builtInReference,
  directiveReference,
  instructionReference,
  type BuiltInName,
} from '../../vm/index.ts';

const ENTRIES = [
  ...INSTRUCTIONS.map(instruction => ({ name: instruction.mnemonic, text: instructionReference(instruction) })),
  ...DIRECTIVE_NAMES.map(name => ({ name, text: directiveReference(name) })),
  ...(Object.keys(BUILT_INS) as BuiltInName[]).map(name => ({ name, text: builtInReference(name) })),
];

describe('the reference', () => {
  test.each(ENTRIES)('$name begins with how it is written and is whole', ({ name, text }) => {
    expect(text).toMatch(/^```(?:text|python)\n/);
    expect(text.split('\n')[1]).toContain(name);
    expect(text).not.toMatch(/undefined|\n\n\n|\.\./);
    expect(text.match(/^```/gm)?.length).toSatisfy((fences: number) => fences % 2 === 0);
  });

  test('says operands and errors in words', () => {
    const store = instructionReference(INSTRUCTIONS.filter(({ mnemonic }) => mnemonic === 'MAKE_FUNC')[0]);
    expect(store).toContain('MAKE_FUNC f [n]    d1…dn -- function');
    expect(store).toContain('- `n`: an int literal, 0 or more, may be left out');
  });
});
