import type { DebugProtocol } from '@vscode/debugprotocol';
import { RequestError } from '../request-error.ts';
import type { RequestHandler } from './request.ts';
import { UNCAUGHT_FILTER } from './set-exception-breakpoints.ts';

/** Says what this adapter can do, and asks for the breakpoints. */
export const initialize: RequestHandler = (session, args): DebugProtocol.Capabilities => {
  if ((args.pathFormat ?? 'path') !== 'path') {
    throw new RequestError(
      'badArgument',
      'this adapter knows files by their paths, not by URIs: pathFormat must be "path"',
    );
  }
  session.conventions.adopt(args);
  session.afterwards(() => session.send('initialized'));
  return {
    supportsConfigurationDoneRequest: true,
    supportsBreakpointLocationsRequest: true,
    supportsEvaluateForHovers: true,
    supportsClipboardContext: true,
    supportsCompletionsRequest: true,
    supportsDelayedStackTraceLoading: true,
    supportsExceptionInfoRequest: true,
    exceptionBreakpointFilters: [UNCAUGHT_FILTER],
    supportsLoadedSourcesRequest: true,
    supportsRestartRequest: true,
    supportsTerminateRequest: true,
  };
};
