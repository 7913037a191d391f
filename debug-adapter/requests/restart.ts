import { readObject } from '../arguments.ts';
import { launch } from './launch.ts';
import type { RequestHandler } from './request.ts';

/** Assembles the program anew and starts it again, with new attributes if they come along. */
export const restart: RequestHandler = (session, args) => {
  if (args.arguments === undefined) session.launch(session.launched().attributes);
  else launch(session, readObject(args, 'arguments'));
};
