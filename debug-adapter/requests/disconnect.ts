import type { RequestHandler } from './request.ts';

/** Ends the program and the session. */
export const disconnect: RequestHandler = session => {
  session.endProgram();
  session.afterwards(() => session.shutdown());
};
