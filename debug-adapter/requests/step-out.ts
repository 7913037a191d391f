import type { RequestHandler } from './request.ts';

/** Runs until the present function has returned. */
export const stepOut: RequestHandler = session => session.resume('stepOut');
