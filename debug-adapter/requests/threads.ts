import type { DebugProtocol } from '@vscode/debugprotocol';
import { THREAD_ID } from '../thread.ts';
import type { RequestHandler } from './request.ts';

/** The only thread there is. */
export const threads: RequestHandler = (): DebugProtocol.ThreadsResponse['body'] => ({
  threads: [{ id: THREAD_ID, name: 'main' }],
});
