import { RequestError } from '../request-error.ts';
import type { RequestHandler } from './request.ts';

/** Stops the program where it is; one that stands still already is left alone. */
export const pause: RequestHandler = session => {
  const execution = session.launched();
  if (execution.state === 'ended') throw new RequestError('wrongState', 'the program has ended');
  if (execution.attributes.noDebug) throw new RequestError('wrongState', 'the program runs without debugging');
  if (execution.state !== 'stopped') execution.pause();
};
