import type { RequestHandler } from './request.ts';

/** The client has told all its breakpoints: the program may start. */
export const configurationDone: RequestHandler = session => session.configured();
