import type { DebugProtocol } from '@vscode/debugprotocol';
import { filesOf } from '../../vm/index.ts';
import type { RequestHandler } from './request.ts';

/** The files that the program was assembled from. */
export const loadedSources: RequestHandler = (session): DebugProtocol.LoadedSourcesResponse['body'] => {
  const { program } = session.launched().debugger.machine;
  return { sources: Array.from(filesOf(program), file => session.conventions.toClientSource(file)) };
};
