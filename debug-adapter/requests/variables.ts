import type { DebugProtocol } from '@vscode/debugprotocol';
import {
  describeValue,
  globalVariables,
  localVariables,
  type Machine,
  type NamedValue,
  type Value,
} from '../../vm/index.ts';
import { readCount } from '../arguments.ts';
import type { VariablesOwner } from '../stop-references.ts';
import type { RequestHandler } from './request.ts';

/** The variables of a scope, or the slots of an operand stack, or some of them. */
export const variables: RequestHandler = (session, args): DebugProtocol.VariablesResponse['body'] => {
  const { machine } = session.standing().debugger;
  const owner = session.references.owner(readCount(args, 'variablesReference'));
  const start = readCount(args, 'start', 0);
  const count = readCount(args, 'count', 0);
  const end = count === 0 ? undefined : start + count;
  const { named, indexed } = contentsOf(machine, owner);
  return {
    variables: [
      ...(args.filter === 'indexed' ? [] : named.slice(start, end).map(describeNamed)),
      ...(args.filter === 'named' ? [] : describeSlots(indexed, start, end)),
    ],
  };
};

interface Contents {
  readonly named: readonly NamedValue[];
  readonly indexed: readonly Value[];
}

function contentsOf(machine: Machine, owner: VariablesOwner): Contents {
  switch (owner.kind) {
    case 'locals':
      return { named: localVariables(machine, owner.frameIndex), indexed: [] };
    case 'globals':
      return { named: globalVariables(machine), indexed: [] };
    case 'stack':
      return { named: [], indexed: machine.frame(owner.frameIndex).stack };
    case 'values':
      return { named: [], indexed: owner.values };
  }
}

function describeNamed({ name, value }: NamedValue): DebugProtocol.Variable {
  return { ...describeForClient(value), name, evaluateName: name };
}

/** Slot 0 is the bottom, as in every stack picture; the top is marked. */
function describeSlots(stack: readonly Value[], start: number, end: number | undefined): DebugProtocol.Variable[] {
  const top = stack.length - 1;
  return stack.slice(start, end).map((value, offset) => {
    const index = start + offset;
    const name = index === top ? `[${index}] top` : `[${index}]`;
    return { ...describeForClient(value), name, evaluateName: `stack[${index}]` };
  });
}

function describeForClient(value: Value): { value: string; type: string; variablesReference: number } {
  const { text, type } = describeValue(value);
  return { value: text, type, variablesReference: 0 };
}
