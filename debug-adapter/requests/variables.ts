import type { DebugProtocol } from '@vscode/debugprotocol';
import {
  childrenOf,
  globalVariables,
  indexed,
  localVariables,
  type Children,
  type Machine,
  type NamedValue,
} from '../../vm/index.ts';
import { readCount } from '../arguments.ts';
import { describeForClient } from '../describe.ts';
import type { StopReferences, VariablesOwner } from '../stop-references.ts';
import type { RequestHandler } from './request.ts';

/** The variables of a scope, the slots of an operand stack, or what a value holds; all, or some of them. */
export const variables: RequestHandler = (session, args): DebugProtocol.VariablesResponse['body'] => {
  const { machine } = session.standing().debugger;
  const owner = session.references.owner(readCount(args, 'variablesReference'));
  const contents = contentsOf(machine, owner);
  const start = readCount(args, 'start', 0);
  const count = readCount(args, 'count', 0);
  const end = count === 0 ? Infinity : start + count;
  // Without a filter both kinds are counted together, the named ones first.
  const itemsFrom = args.filter === 'indexed' ? 0 : contents.named.length;
  const named = args.filter === 'indexed' ? [] : contents.named.slice(start, end);
  const items =
    args.filter === 'named'
      ? []
      : describeItems(session.references, owner, contents, start - itemsFrom, end - itemsFrom);
  return { variables: [...named.map(each => describeNamed(session.references, owner, each)), ...items] };
};

/** Items sent at once to a client that asks for all of them: one that asks page by page is not held up. */
const MOST_ITEMS = 100_000;

/** What an owner holds. Slot 0 of an operand stack is its bottom, as in every stack picture. */
function contentsOf(machine: Machine, owner: VariablesOwner): Children {
  switch (owner.kind) {
    case 'locals':
      return { named: localVariables(machine, owner.frameIndex), itemCount: 0, items: () => [] };
    case 'globals':
      return { named: globalVariables(machine), itemCount: 0, items: () => [] };
    case 'stack': {
      const { stack } = machine.frame(owner.frameIndex);
      return indexed(stack);
    }
    case 'value':
      return childrenOf(owner.value);
  }
}

function describeNamed(
  references: StopReferences,
  owner: VariablesOwner,
  { name, value }: NamedValue,
): DebugProtocol.Variable {
  const { text, ...rest } = describeForClient(references, value);
  const variable = { ...rest, name, value: text };
  return owner.kind === 'value' ? variable : { ...variable, evaluateName: name };
}

function describeItems(
  references: StopReferences,
  owner: VariablesOwner,
  { items, itemCount }: Children,
  wantedStart: number,
  wantedEnd: number,
): DebugProtocol.Variable[] {
  const start = Math.max(0, wantedStart);
  const end = Math.min(wantedEnd, start + MOST_ITEMS, itemCount);
  return items(start, end).map(({ name, value }, offset) => {
    const { text, ...rest } = describeForClient(references, value);
    if (owner.kind !== 'stack') return { ...rest, name, value: text };
    const index = start + offset;
    const shownName = index === itemCount - 1 ? `${name} top` : name;
    return { ...rest, name: shownName, value: text, evaluateName: `stack[${index}]` };
  });
}
