import { describe, expect, test } from 'vitest';
import { openFilesOnly } from '../../server/open-files.ts';

const { fileOfUri, resolve, uriOfFile } = openFilesOnly;

describe('files without a disk', () => {
  test('have one name, however their URI is escaped', () => {
    const spellings = [
      'memory://files/a b(1).bcasm',
      'memory://files/a%20b(1).bcasm',
      'MEMORY://files/a%20b%281%29.bcasm',
    ];
    expect(new Set(spellings.map(fileOfUri))).toEqual(new Set(['memory://files/a b(1).bcasm']));
  });
  test.each([
    'memory://files/a.bcasm',
    'memory:/files/gr%C3%B6%C3%9Fe%231.bcasm',
    'vscode-remote://host:80/a/100%25.bcasm',
    'memory://files/a%2Fb.bcasm',
    'untitled:Untitled-1',
    'no uri',
  ])('%s is named and found again', uri => {
    expect(fileOfUri(uriOfFile(fileOfUri(uri)))).toBe(fileOfUri(uri));
    expect(uriOfFile(fileOfUri(uri))).toBe(uri);
  });
  test.each([
    ['../c.bcasm', 'memory://files/a/b.bcasm', 'memory://files/c.bcasm'],
    ['./d/../c#1.bcasm', 'memory:/b.bcasm', 'memory:/c#1.bcasm'],
    ['../../c.bcasm', 'memory://files/b.bcasm', 'memory://files/c.bcasm'],
    ['/c.bcasm', 'memory://files/a/b.bcasm', 'memory://files/c.bcasm'],
    ['memory://other/c.bcasm', 'memory://files/a/b.bcasm', 'memory://other/c.bcasm'],
    ['c.bcasm', 'untitled:Untitled-1', 'c.bcasm'],
  ])('%s imported by %s is %s', (path, fromFile, file) => {
    expect(resolve(path, fromFile)).toBe(file);
  });
  test('cannot be read unless they are open', () => {
    expect(openFilesOnly.read('memory://files/a.bcasm')).toEqual({ error: 'it is not open in the editor' });
    expect(openFilesOnly.list('memory://files')).toEqual([]);
  });
});
