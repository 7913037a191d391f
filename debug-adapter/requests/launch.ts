import { readLaunchAttributes } from '../launch-attributes.ts';
import { AssemblyFailure } from '../load-program.ts';
import type { BcasmDebugSession } from '../session.ts';
import type { RequestHandler } from './request.ts';

/** Assembles a program and starts it when the configuration is done. */
export const launch: RequestHandler = (session, args) => {
  const attributes = readLaunchAttributes(args);
  try {
    session.launch(attributes);
  } catch (error) {
    if (error instanceof AssemblyFailure) printErrors(session, error);
    throw error;
  }
};

/** Every assembly error on a line of the console, with a link to its place. */
function printErrors(session: BcasmDebugSession, failure: AssemblyFailure): void {
  for (const { file, diagnostic } of failure.errors.slice(0, PRINTED_ERRORS)) {
    session.print('stderr', `error: ${diagnostic.message}\n`, { file, ...diagnostic.span.start });
  }
}

/** More errors than this help nobody; the message says how many there are. */
const PRINTED_ERRORS = 20;
