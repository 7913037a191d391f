import type { RequestHandler } from './request.ts';

/** Runs one instruction, into the function when it is a call. */
export const stepIn: RequestHandler = session => session.resume('stepIn');
