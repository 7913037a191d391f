import type { Files } from './files.ts';
import { uriNames } from './uri-names.ts';

/**
 * Files where there is no disk, as in a web worker: those that the client has open are all that there are. An import is found
 * when the file that it names is open too.
 */
export const openFilesOnly: Files = {
  ...uriNames,
  read: () => ({ error: 'it is not open in the editor' }),
  list: () => [],
};
