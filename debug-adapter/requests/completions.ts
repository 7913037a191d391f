import type { DebugProtocol } from '@vscode/debugprotocol';
import { globalVariables, localVariables } from '../../vm/index.ts';
import { readCount, readText } from '../arguments.ts';
import type { RequestHandler } from './request.ts';

/** The names that continue what has been typed in the console. */
export const completions: RequestHandler = (session, args): DebugProtocol.CompletionsResponse['body'] => {
  const { machine } = session.standing().debugger;
  const frameIndex = args.frameId === undefined ? 0 : session.references.frameIndex(readCount(args, 'frameId'));
  const typed = readText(args, 'text').slice(0, session.conventions.fromClientColumn(readCount(args, 'column')));
  const beginning = /[\p{ID_Continue}]*$/u.exec(typed)?.[0] ?? '';
  const names = new Set(
    [...localVariables(machine, frameIndex), ...globalVariables(machine)].map(variable => variable.name),
  );
  return {
    targets: [...names]
      .filter(name => name.startsWith(beginning))
      .map(label => ({
        label,
        type: 'variable',
        start: typed.length - beginning.length,
        length: beginning.length,
      })),
  };
};
