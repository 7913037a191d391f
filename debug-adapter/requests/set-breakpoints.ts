import type { DebugProtocol } from '@vscode/debugprotocol';
import { readCount, readCounts, readObject, readObjects, readText, type Arguments } from '../arguments.ts';
import { isUri } from '../convert.ts';
import { RequestError } from '../request-error.ts';
import type { RequestHandler } from './request.ts';

/** Replaces the breakpoints of a file, also while the program runs. */
export const setBreakpoints: RequestHandler = (session, args): DebugProtocol.SetBreakpointsResponse['body'] => {
  const source = readObject(args, 'source');
  const file = readText(source, 'path');
  if (isUri(file)) throw new RequestError('badArgument', `expected the path of a file, found the URI ${file}`);
  const breakpoints = session.breakpoints.replace(file, readLines(args));
  session.applySettings();
  return { breakpoints };
};

/** Old clients send bare lines. */
function readLines(args: Arguments): number[] {
  if (args.breakpoints === undefined) return readCounts(args, 'lines');
  return readObjects(args, 'breakpoints').map(breakpoint => readCount(breakpoint, 'line'));
}
