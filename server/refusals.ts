import {
  ErrorCodes,
  Message,
  ResponseError,
  type Connection,
  type MessageStrategy,
  type RequestMessage,
} from 'vscode-languageserver';
import { wrongParameter } from './request-parameters.ts';

/** A method that no client knows: what is refused comes in by it. */
const REFUSED = 'bcasm/refused';

/** Why a request is not answered, in an error code of the protocol and a sentence. */
interface Refusal {
  readonly code: number;
  readonly message: string;
}

/**
 * Refuses what may not be asked now, or not in this way, with the errors that the protocol has for it: before `initialize`, that a
 * second time, after `shutdown`, and with parameters that are missing or something else. Notifications
 * with such parameters nobody can answer: they are passed over.
 */
export class Refusals implements MessageStrategy {
  private state: 'new' | 'open' | 'over' = 'new';

  handleMessage(message: Message, next: (message: Message) => void): void {
    if (Message.isNotification(message) && wrongParameter(message.method, message.params) !== undefined) return;
    const refusal = Message.isRequest(message) ? this.refusalOf(message) : undefined;
    if (refusal !== undefined) return next({ ...message, method: REFUSED, params: refusal } as RequestMessage);
    if (Message.isRequest(message) && message.method === 'initialize') this.state = 'open';
    if (Message.isRequest(message) && message.method === 'shutdown') this.state = 'over';
    next(message);
  }

  private refusalOf({ method, params }: RequestMessage): Refusal | undefined {
    if (this.state === 'over') return invalid('the server was told to shut down');
    if (method === 'initialize') return this.state === 'open' ? invalid('`initialize` was sent already') : undefined;
    if (this.state === 'new') return { code: ErrorCodes.ServerNotInitialized, message: '`initialize` comes first' };
    const wrong = wrongParameter(method, params);
    return wrong === undefined ? undefined : { code: ErrorCodes.InvalidParams, message: `${method}: ${wrong}` };
  }
}

/** Lets a connection with {@link Refusals} answer what they refuse. */
export function answerRefusals(connection: Connection): void {
  connection.onRequest(REFUSED, ({ code, message }: Refusal) => new ResponseError(code, message));
}

function invalid(message: string): Refusal {
  return { code: ErrorCodes.InvalidRequest, message };
}
