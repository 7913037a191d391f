import type { DebugProtocol } from '@vscode/debugprotocol';
import { readCount, readObject, readObjects, readText } from '../arguments.ts';
import { isUri } from '../convert.ts';
import { RequestError } from '../request-error.ts';
import type { RequestHandler } from './request.ts';

/** Replaces the breakpoints of a file, also while the program runs. */
export const setBreakpoints: RequestHandler = (session, args): DebugProtocol.SetBreakpointsResponse['body'] => {
  const source = readObject(args, 'source');
  const file = readText(source, 'path');
  if (isUri(file)) throw new RequestError('badArgument', `expected the path of a file, found the URI ${file}`);
  const lines = readObjects(args, 'breakpoints').map(breakpoint => readCount(breakpoint, 'line'));
  const breakpoints = session.breakpoints.replace(file, lines);
  session.applySettings();
  return { breakpoints };
};
