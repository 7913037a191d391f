import { describe, expect, test } from 'vitest';
import { openFilesOnly } from '../../server/open-files.ts';

describe('files without a disk', () => {
  test('are their URIs, spelt in one way', () => {
    expect(openFilesOnly.fileOfUri('memory://files/a b.bcasm')).toBe(
      openFilesOnly.fileOfUri('memory://files/a%20b.bcasm'),
    );
    expect(openFilesOnly.fileOfUri('no uri')).toBe('no uri');
    expect(openFilesOnly.uriOfFile('memory://files/a.bcasm')).toBe('memory://files/a.bcasm');
  });
  test('are named by imports from where the importing file stands', () => {
    expect(openFilesOnly.resolve('../c.bcasm', 'memory://files/a/b.bcasm')).toBe('memory://files/c.bcasm');
    expect(openFilesOnly.resolve('c.bcasm', 'untitled:Untitled-1')).toBe('c.bcasm');
  });
  test('cannot be read unless they are open', () => {
    expect(openFilesOnly.read('memory://files/a.bcasm')).toEqual({ error: 'it is not open in the editor' });
    expect(openFilesOnly.list('memory://files')).toEqual([]);
  });
});
