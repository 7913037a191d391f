import { describe, expect, test } from 'vitest';
import { Documents } from '../../server/documents.ts';
import type { PositionEncoding } from '../../server/convert.ts';
import type { Files, FileText } from '../../server/files.ts';
import { nodeFiles } from '../../server/node-files.ts';

const MAIN = 'file:///main.bcasm';
const LIBRARY = 'file:///library.bcasm';

describe('Documents', () => {
  test('analyses once for one text, whoever asks', () => {
    const { documents } = openDocuments();
    documents.openFile(MAIN, 1, 'NOP');
    expect(documents.analysisOf('/main.bcasm')).toBe(documents.analysisOf('/main.bcasm'));
  });

  test('sees every edit, in order', () => {
    const { documents } = openDocuments();
    documents.openFile(MAIN, 1, 'NOP\nADD');
    documents.changeFile(MAIN, 2, [
      { range: { start: { line: 0, character: 3 }, end: { line: 1, character: 0 } }, text: '\r\n' },
      { range: { start: { line: 1, character: 3 }, end: { line: 1, character: 3 } }, text: ' ; x' },
    ]);
    expect(textOf(documents, '/main.bcasm')).toBe('NOP\r\nADD ; x');
    documents.changeFile(MAIN, 3, [{ text: 'HALT' }]);
    expect(textOf(documents, '/main.bcasm')).toBe('HALT');
  });

  test('counts bytes where the client does', () => {
    const { documents } = openDocuments({}, 'utf-8');
    documents.openFile(MAIN, 1, '; 😀ä\nNOP');
    documents.changeFile(MAIN, 2, [
      { range: { start: { line: 0, character: 6 }, end: { line: 0, character: 8 } }, text: 'x' },
    ]);
    expect(textOf(documents, '/main.bcasm')).toBe('; 😀x\nNOP');
  });

  test('an unsaved import wins over the disk, until it is closed', () => {
    const { documents, disk } = openDocuments({ '/library.bcasm': 'NOP\n.func f\n.end' });
    documents.openFile(MAIN, 1, '.import "library.bcasm"\nCALL_FUNC f 0');
    expect(kindsOf(documents)).toEqual([]);
    documents.openFile(LIBRARY, 1, '.func g\n.end');
    expect(kindsOf(documents)).toContain('unknown-function');
    documents.closeFile(LIBRARY);
    expect(kindsOf(documents)).toEqual([]);
    disk.set('/library.bcasm', { error: 'no such file' });
    expect(kindsOf(documents)).toEqual([]);
    documents.forgetDisk('/library.bcasm');
    expect(kindsOf(documents)).toContain('bad-import');
  });

  test('a file that is not open is read from the disk', () => {
    const { documents } = openDocuments({ '/other.bcasm': 'HALT' });
    expect(textOf(documents, '/other.bcasm')).toBe('HALT');
    expect(textOf(documents, '/gone.bcasm')).toBe('');
  });

  test('changes of what is not open are ignored', () => {
    const { documents } = openDocuments();
    documents.changeFile(MAIN, 1, [{ text: 'NOP' }]);
    expect(textOf(documents, '/main.bcasm')).toBe('');
  });

  test('one file by two spellings is one file', () => {
    const { documents } = openDocuments();
    documents.openFile('file:///a%20b/%C3%A4.bcasm', 1, 'NOP');
    expect(textOf(documents, nodeFiles.fileOfUri('file:///a b/ä.bcasm'))).toBe('NOP');
    expect(documents.uriOf('/a b/ä.bcasm')).toBe('file:///a%20b/%C3%A4.bcasm');
  });
});

describe('nodeFiles', () => {
  test('URIs and files, there and back', () => {
    for (const file of ['/a b/c.bcasm', '/ä/#?%25.bcasm', '/x:y.bcasm']) {
      expect(nodeFiles.fileOfUri(nodeFiles.uriOfFile(file))).toBe(file);
    }
    expect(nodeFiles.fileOfUri('untitled:Untitled-1')).toBe('untitled:Untitled-1');
    expect(nodeFiles.uriOfFile('untitled:Untitled-1')).toBe('untitled:Untitled-1');
    expect(nodeFiles.fileOfUri('file:///%zz')).toBe('file:///%zz');
  });

  test('paths of imports', () => {
    expect(nodeFiles.resolve('../c.bcasm', '/a/b/main.bcasm')).toBe('/a/c.bcasm');
    expect(nodeFiles.resolve('c.bcasm', 'untitled:Untitled-1')).toBe('c.bcasm');
    expect(nodeFiles.resolve('c.bcasm', 'vscode-vfs://host/a/main.bcasm')).toBe('vscode-vfs://host/a/c.bcasm');
  });

  test('what cannot be read says why', () => {
    expect(nodeFiles.read('/no/such/file')).toEqual({ error: 'no such file' });
    expect(nodeFiles.read('/')).toEqual({ error: 'it is a directory' });
    expect(nodeFiles.read('untitled:Untitled-1')).toEqual({ error: 'not a file on disk' });
  });
});

function openDocuments(onDisk: Readonly<Record<string, string>> = {}, encoding: PositionEncoding = 'utf-16') {
  const disk = new Map<string, FileText>(Object.entries(onDisk).map(([file, text]) => [file, { text }]));
  const files: Files = { ...nodeFiles, read: file => disk.get(file) ?? { error: 'no such file' }, list: () => [] };
  return { documents: new Documents(files, encoding), disk };
}

function textOf(documents: Documents, file: string): string {
  return documents.analysisOf(file).module.tree.text;
}

function kindsOf(documents: Documents): string[] {
  return documents.analysisOf('/main.bcasm').diagnostics.map(({ kind }) => kind);
}
