import type { DebugProtocol } from '@vscode/debugprotocol';
import { readCount, readObject, readText } from '../arguments.ts';
import type { RequestHandler } from './request.ts';

/** The lines of a range on which a breakpoint stays where it is set. */
export const breakpointLocations: RequestHandler = (
  session,
  args,
): DebugProtocol.BreakpointLocationsResponse['body'] => {
  const file = readText(readObject(args, 'source'), 'path');
  const first = readCount(args, 'line');
  const last = readCount(args, 'endLine', first);
  return { breakpoints: session.breakpoints.linesBetween(file, first, last).map(line => ({ line })) };
};
