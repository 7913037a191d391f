import { describe, expect, test } from 'vitest';
import { withReferenceCommands } from '../../client/reference-links.ts';

describe('withReferenceCommands', () => {
  test('a link to the reference runs the command', () => {
    const changed = withReferenceCommands('a\n\n[Reference of ADD](file:///c%3A/x/docs/isa.md#add)');
    expect(changed).toBe('a\n\n[Reference of ADD](command:bcasm.openReference?%5B%22isa.md%22%2C%22add%22%5D)');
  });
  test('other links stay', () => {
    expect(withReferenceCommands('[x](file:///x/docs/other.md#add) [y](https://y)')).toBeUndefined();
  });
});
