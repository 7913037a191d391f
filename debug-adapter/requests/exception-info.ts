import type { DebugProtocol } from '@vscode/debugprotocol';
import { formatError, formatLastLine } from '../../host/index.ts';
import { RequestError } from '../request-error.ts';
import type { RequestHandler } from './request.ts';

/** The error that the program has stopped at. */
export const exceptionInfo: RequestHandler = (session): DebugProtocol.ExceptionInfoResponse['body'] => {
  const { halt } = session.standing();
  if (halt?.kind !== 'uncaught') throw new RequestError('wrongState', 'the program has not stopped at an error');
  const { error } = halt;
  return {
    exceptionId: error.kind,
    description: formatLastLine(error),
    breakMode: 'unhandled',
    details: {
      message: error.message,
      typeName: error.kind,
      fullTypeName: error.kind,
      stackTrace: formatError(error),
    },
  };
};
