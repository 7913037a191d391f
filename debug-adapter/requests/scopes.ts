import type { DebugProtocol } from '@vscode/debugprotocol';
import { globalVariables, localVariables } from '../../vm/index.ts';
import { readCount } from '../arguments.ts';
import type { RequestHandler } from './request.ts';

/** The variables and the operand stack of a frame. */
export const scopes: RequestHandler = (session, args): DebugProtocol.ScopesResponse['body'] => {
  const { machine } = session.standing().debugger;
  const frameIndex = session.references.frameIndex(readCount(args, 'frameId'));
  const reference = (kind: 'locals' | 'stack' | 'globals'): number =>
    session.references.variablesReference({ kind, frameIndex });
  return {
    scopes: [
      {
        name: 'Locals',
        presentationHint: 'locals',
        variablesReference: reference('locals'),
        namedVariables: localVariables(machine, frameIndex).length,
        expensive: false,
      },
      {
        name: 'Operand Stack',
        variablesReference: reference('stack'),
        indexedVariables: machine.frame(frameIndex).stack.length,
        expensive: false,
      },
      {
        name: 'Globals',
        presentationHint: 'globals',
        variablesReference: reference('globals'),
        namedVariables: globalVariables(machine).length,
        expensive: false,
      },
    ],
  };
};
