import type { Files } from './files.ts';

/**
 * Names of files where there is no disk: a file is its URI with the path in plain characters (`memfs:/a b.bcasm`), so that however
 * a client escapes it, it is the same name, and imports are found by the words that they are written with.
 */
export const uriNames: Pick<Files, 'fileOfUri' | 'uriOfFile' | 'resolve'> = { fileOfUri, uriOfFile, resolve };

/** Scheme and authority, and the path behind them. What else a URI may have no file has. */
const WITH_FOLDERS = /^([a-z][a-z0-9+.-]*:(?:\/\/[^/?#]*)?)(\/.*)$/i;

function fileOfUri(uri: string): string {
  const [, place, path] = WITH_FOLDERS.exec(uri) ?? [];
  return place === undefined ? uri : place.toLowerCase() + inSegments(path, unescaped);
}

function uriOfFile(file: string): string {
  const [, place, path] = WITH_FOLDERS.exec(file) ?? [];
  return place === undefined ? file : place + inSegments(path, escaped);
}

function resolve(path: string, fromFile: string): string {
  if (WITH_FOLDERS.test(path)) return path;
  // A base like `untitled:Untitled-1` has no folders.
  const [, place, base] = WITH_FOLDERS.exec(fromFile) ?? [];
  if (place === undefined) return path;
  const segments = path.startsWith('/') ? [] : base.split('/').slice(1, -1);
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return `${place}/${segments.join('/')}`;
}

function inSegments(path: string, change: (segment: string) => string): string {
  return path.split('/').map(change).join('/');
}

function escaped(segment: string): string {
  return encodeURIComponent(segment).replaceAll('%252F', '%2F');
}

/** An escaped slash stays: it is part of a name. */
function unescaped(segment: string): string {
  try {
    return decodeURIComponent(segment.replaceAll(/%2f/gi, '%252F'));
  } catch {
    return segment;
  }
}
