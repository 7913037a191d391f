import type { Arguments } from '../arguments.ts';
import type { BcasmDebugSession } from '../session.ts';

/**
 * Answers a request: returns the body of the response (nothing where the protocol has none), or throws a `RequestError`.
 * Whatever is to happen behind the response goes through `session.afterwards`.
 */
export type RequestHandler = (session: BcasmDebugSession, args: Arguments) => object | undefined | void;
