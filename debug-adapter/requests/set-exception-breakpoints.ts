import type { DebugProtocol } from '@vscode/debugprotocol';
import { readTexts } from '../arguments.ts';
import type { RequestHandler } from './request.ts';

/** The only kind of error to stop at: one that nothing catches. */
export const UNCAUGHT_FILTER: DebugProtocol.ExceptionBreakpointsFilter = {
  filter: 'uncaught',
  label: 'Uncaught Errors',
  description: 'Stops at an error that nothing catches, before its frames are gone.',
  default: true,
};

/** Says at which errors to stop. */
export const setExceptionBreakpoints: RequestHandler = (
  session,
  args,
): DebugProtocol.SetExceptionBreakpointsResponse['body'] => {
  const filters = readTexts(args, 'filters');
  session.stopsAtUncaught = filters.includes(UNCAUGHT_FILTER.filter);
  session.applySettings();
  return {
    breakpoints: filters.map(filter =>
      filter === UNCAUGHT_FILTER.filter
        ? { verified: true }
        : { verified: false, message: `there is no filter \`${filter}\`` },
    ),
  };
};
