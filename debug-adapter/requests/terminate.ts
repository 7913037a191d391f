import type { RequestHandler } from './request.ts';

/** Ends the program. The adapter then waits a moment for the client to disconnect, and leaves by itself if it does not. */
export const terminate: RequestHandler = session => {
  const wasAlive = session.execution !== null && session.execution.state !== 'ended';
  session.endProgram();
  session.afterwards(() => {
    if (wasAlive) session.send('terminated');
    session.expectDisconnect();
  });
};
