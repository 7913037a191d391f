import { breakpointLocations } from './breakpoint-locations.ts';
import { completions } from './completions.ts';
import { configurationDone } from './configuration-done.ts';
import { continueProgram } from './continue.ts';
import { disconnect } from './disconnect.ts';
import { evaluateExpression } from './evaluate.ts';
import { exceptionInfo } from './exception-info.ts';
import { initialize } from './initialize.ts';
import { launch } from './launch.ts';
import { loadedSources } from './loaded-sources.ts';
import { next } from './next.ts';
import { pause } from './pause.ts';
import type { RequestHandler } from './request.ts';
import { restart } from './restart.ts';
import { scopes } from './scopes.ts';
import { setBreakpoints } from './set-breakpoints.ts';
import { setExceptionBreakpoints } from './set-exception-breakpoints.ts';
import { source } from './source.ts';
import { stackTrace } from './stack-trace.ts';
import { stepIn } from './step-in.ts';
import { stepOut } from './step-out.ts';
import { terminate } from './terminate.ts';
import { threads } from './threads.ts';
import { variables } from './variables.ts';

/** Every request that this adapter answers, by its command. */
export const REQUESTS: Readonly<Record<string, RequestHandler>> = {
  initialize,
  launch,
  setBreakpoints,
  setExceptionBreakpoints,
  breakpointLocations,
  configurationDone,
  threads,
  stackTrace,
  scopes,
  variables,
  evaluate: evaluateExpression,
  completions,
  exceptionInfo,
  source,
  loadedSources,
  continue: continueProgram,
  next,
  stepIn,
  stepOut,
  pause,
  restart,
  terminate,
  disconnect,
};
