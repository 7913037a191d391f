import type { Files } from './files.ts';

/**
 * Files where there is no disk, as in a web worker: every file is its URI, and those that the client has open are all that there
 * are. An import is found when the file that it names is open too.
 */
export const openFilesOnly: Files = {
  fileOfUri: normalized,
  uriOfFile: file => file,
  resolve(path, fromFile) {
    try {
      return new URL(path, fromFile).href;
    } catch {
      // The base has no folders, as `untitled:` has none.
      return path;
    }
  },
  read: () => ({ error: 'it is not open in the editor' }),
  list: () => [],
};

/** Clients do not all write the same URI in the same way. */
function normalized(uri: string): string {
  try {
    return new URL(uri).href;
  } catch {
    return uri;
  }
}
