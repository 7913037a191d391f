import type { DebugProtocol } from '@vscode/debugprotocol';
import { evaluate, evaluateName, LONG_TEXT, SHORT_TEXT, type Evaluation } from '../../vm/index.ts';
import { readCount, readText, type Arguments } from '../arguments.ts';
import { describeForClient } from '../describe.ts';
import { RequestError } from '../request-error.ts';
import type { BcasmDebugSession } from '../session.ts';
import type { RequestHandler } from './request.ts';

/**
 * The value of an expression. In the console of a program that waits for input, what is typed is the input: the protocol has
 * no other way to give it.
 */
export const evaluateExpression: RequestHandler = (session, args): DebugProtocol.EvaluateResponse['body'] => {
  const expression = readText(args, 'expression');
  const context = readText(args, 'context', 'watch');
  const execution = session.standing();
  if (context === 'repl' && execution.state === 'waiting') {
    session.references.clear();
    execution.type(expression);
    return { result: expression, variablesReference: 0 };
  }
  const frameIndex = readFrame(session, args);
  const { machine } = execution.debugger;
  const evaluation =
    context === 'hover' ? evaluateName(machine, frameIndex, expression) : evaluate(machine, frameIndex, expression);
  return describe(session, evaluation, context, frameIndex);
};

function readFrame(session: BcasmDebugSession, args: Arguments): number | null {
  return args.frameId === undefined ? null : session.references.frameIndex(readCount(args, 'frameId'));
}

function describe(
  session: BcasmDebugSession,
  evaluation: Evaluation,
  context: string,
  frameIndex: number | null,
): DebugProtocol.EvaluateResponse['body'] {
  switch (evaluation.kind) {
    case 'error':
      throw new RequestError('notAvailable', evaluation.message);
    case 'value': {
      const isLong = context === 'clipboard' || context === 'repl';
      const limit = isLong ? LONG_TEXT : SHORT_TEXT;
      const { text, ...rest } = describeForClient(session.references, evaluation.value, limit);
      return { ...rest, result: text };
    }
    case 'stack': {
      const { length } = evaluation.values;
      const owner = { kind: 'stack', frameIndex: frameIndex ?? 0 } as const;
      return {
        result: length === 1 ? '1 value' : `${length} values`,
        variablesReference: length === 0 ? 0 : session.references.variablesReference(owner),
        indexedVariables: length,
      };
    }
  }
}
