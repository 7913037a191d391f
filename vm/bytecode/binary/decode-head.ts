import type { Parameter } from '../program.ts';
import type { BlockContext } from './decode-blocks.ts';
import { HAS_DEFAULT, PARAMETER_KINDS } from './layout.ts';
import { Malformed } from './malformed.ts';
import type { DeclaredName, FunctionOutline } from './outline.ts';

/** Reads the parameters of a function, and the names that it declares to live elsewhere. */
export function decodeHead(context: BlockContext): Pick<FunctionOutline, 'parameters' | 'globals' | 'nonlocals'> {
  const parameters = decodeParameters(context);
  const taken = new Set(parameters.map(({ name }) => name));
  const globals = decodeDeclaredNames(context, taken);
  const nonlocals = decodeDeclaredNames(context, taken);
  return { parameters, globals, nonlocals };
}

/** They stand in the order of Python: plain ones, those with a default last; `*rest`; keyword-only ones; `**named`. */
function decodeParameters({ reader, constants, names }: BlockContext): Parameter[] {
  const count = reader.count('a number of parameters');
  const parameters: Parameter[] = [];
  const taken = new Set<string>();
  let order = 0;
  for (let index = 0; index < count; index++) {
    const offset = reader.at;
    const head = reader.byte('the kind of a parameter');
    const kind = PARAMETER_KINDS[head & 3];
    const hasDefault = (head & HAS_DEFAULT) !== 0;
    const isCollecting = kind === 'rest' || kind === 'named';
    if (head > (HAS_DEFAULT | 3) || (hasDefault && isCollecting)) {
      throw new Malformed(offset, 'the kind of a parameter', String(head));
    }
    const rank = kind === 'plain' && hasDefault ? RANKS.plain + 1 : RANKS[kind];
    if (rank < order || (isCollecting && rank === order)) {
      throw new Malformed(offset, 'a parameter that may stand behind those before it', `one of the kind ${kind}`);
    }
    order = rank;
    const name = readNewName(reader.at, names.readName(), taken);
    const defaultValue = hasDefault ? constants.item(constants.readIndex(reader)) : undefined;
    parameters.push(defaultValue === undefined ? { name, kind } : { name, kind, defaultValue });
  }
  return parameters;
}

const RANKS: Readonly<Record<Parameter['kind'], number>> = { plain: 1, rest: 3, 'keyword-only': 4, named: 5 };

function decodeDeclaredNames({ reader, names }: BlockContext, taken: Set<string>): DeclaredName[] {
  const count = reader.count('a number of declared names');
  const declared: DeclaredName[] = [];
  for (let index = 0; index < count; index++) {
    const offset = reader.at;
    declared.push({ name: readNewName(offset, names.readName(), taken), offset });
  }
  return declared;
}

function readNewName(offset: number, name: string, taken: Set<string>): string {
  if (taken.has(name)) throw new Malformed(offset, 'a name that the function does not have yet', name);
  taken.add(name);
  return name;
}
