import type { DebugProtocol } from '@vscode/debugprotocol';
import { createFileProvider } from '../../host/index.ts';
import { readObject, readText } from '../arguments.ts';
import { RequestError } from '../request-error.ts';
import type { RequestHandler } from './request.ts';

/** The text of a file of the program, for clients that do not read files themselves. */
export const source: RequestHandler = (session, args): DebugProtocol.SourceResponse['body'] => {
  const path = readText(readObject(args, 'source'), 'path');
  session.launched();
  const file = session.breakpoints.programFile(path);
  if (file === null) throw new RequestError('notAvailable', `${path} is no part of the program`);
  const read = createFileProvider().read(file);
  if ('error' in read) throw new RequestError('notAvailable', `cannot read ${file}: ${read.error}`);
  return { content: read.text };
};
