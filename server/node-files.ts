import { readdirSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Files, FileText } from './files.ts';

/** The files of this machine. */
export const nodeFiles: Files = { fileOfUri, uriOfFile, resolve: resolveFile, read, list };

/** Editors may keep a whole disk open: a folder with more files is searched up to here. */
const LISTED_FILES_LIMIT = 5_000;

/** Folders that hold what others wrote or what tools made. */
const SKIPPED_FOLDERS = new Set(['node_modules', 'dist', 'out']);

function fileOfUri(uri: string): string {
  if (!uri.startsWith('file:')) return uri;
  try {
    return withLowerCaseDrive(fileURLToPath(uri));
  } catch {
    // Not a local path (`file://host/…` outside of Windows, an encoded slash): the URI is name enough.
    return uri;
  }
}

function uriOfFile(file: string): string {
  return isAbsolute(file) ? pathToFileURL(file).href : file;
}

function resolveFile(path: string, fromFile: string): string {
  if (isAbsolute(fromFile)) return withLowerCaseDrive(resolve(dirname(fromFile), path));
  try {
    return new URL(path, fromFile).href;
  } catch {
    // The base has no folders, as `untitled:` has none.
    return isAbsolute(path) ? withLowerCaseDrive(resolve(path)) : path;
  }
}

function read(file: string): FileText {
  if (!isAbsolute(file)) return { error: 'not a file on disk' };
  try {
    return decode(readFileSync(file));
  } catch (error) {
    return { error: reasonOf(error) };
  }
}

/** UTF-8 as text; where bytes are none, they are U+FFFD and their lines are named. */
function decode(bytes: Uint8Array): FileText {
  const text = new TextDecoder().decode(bytes);
  if (!text.includes('\ufffd')) return { text };
  const malformedLines: number[] = [];
  let line = 0;
  for (let start = 0; start <= bytes.length; line++) {
    const lineFeed = bytes.indexOf(LINE_FEED, start);
    const end = lineFeed < 0 ? bytes.length : lineFeed;
    if (!isUtf8(bytes.subarray(start, end))) malformedLines.push(line);
    start = end + 1;
  }
  return { text, malformedLines };
}

const LINE_FEED = 0x0a;

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function list(folder: string): string[] {
  const found: string[] = [];
  const folders = isAbsolute(folder) ? [folder] : [];
  for (let next = folders.pop(); next !== undefined && found.length < LISTED_FILES_LIMIT; next = folders.pop()) {
    for (const entry of entriesOf(next)) {
      const path = join(next, entry.name);
      if (entry.isDirectory() && !entry.name.startsWith('.') && !SKIPPED_FOLDERS.has(entry.name)) folders.push(path);
      else if (entry.isFile() && entry.name.endsWith('.bcasm')) found.push(withLowerCaseDrive(path));
    }
  }
  return found.toSorted();
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** Windows has one drive by two names, and editors do not agree on which. */
function withLowerCaseDrive(path: string): string {
  return /^[A-Z]:/.test(path) ? path[0].toLowerCase() + path.slice(1) : path;
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'no such file';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  return 'it cannot be read';
}
