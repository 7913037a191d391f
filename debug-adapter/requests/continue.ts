import type { DebugProtocol } from '@vscode/debugprotocol';
import type { RequestHandler } from './request.ts';

/** Lets the program go until something stops it. */
export const continueProgram: RequestHandler = (session): DebugProtocol.ContinueResponse['body'] => {
  session.resume('continue');
  return { allThreadsContinued: true };
};
