import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { decodeSource, describeReadFailure } from '../host/index.ts';
import type { Files, FileText } from './files.ts';

/** The files of this machine. */
export const nodeFiles: Files = { fileOfUri, uriOfFile, resolve: resolveFile, read, list };

/** Editors may keep a whole disk open: a folder with more files is searched up to here. */
const LISTED_FILES_LIMIT = 5_000;

/** Folders that hold what others wrote or what tools made. */
const SKIPPED_FOLDERS = new Set(['node_modules', 'dist', 'out']);

/** The URI of a folder of documentation pages, with a `/` at its end; `undefined` where there is no such folder. */
export function documentationIn(folder: string): string | undefined {
  return existsSync(folder) ? `${pathToFileURL(folder).href}/` : undefined;
}

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
    return withoutByteOrderMark(decodeSource(readFileSync(file)));
  } catch (error) {
    return { error: describeReadFailure(error) };
  }
}

/** Editors do not count it as a column. */
function withoutByteOrderMark<Read extends { readonly text: string }>(read: Read): Read {
  return read.text.startsWith('\ufeff') ? { ...read, text: read.text.slice(1) } : read;
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
