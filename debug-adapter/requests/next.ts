import type { RequestHandler } from './request.ts';

/** Runs one instruction, a call as a whole. */
export const next: RequestHandler = session => session.resume('stepOver');
