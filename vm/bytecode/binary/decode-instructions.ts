import { BUILT_IN_NAMES, Op, instructionOf, type Instruction } from '../../isa/index.ts';
import { needsCaller, operandUse } from '../operands.ts';
import { MAXIMUM_COUNT } from '../program.ts';
import { firstDuplicate } from '../signature.ts';
import type { BlockContext } from './decode-blocks.ts';
import { BUILT_IN_FOLLOWS } from './layout.ts';
import { Malformed } from './malformed.ts';
import type { FunctionOutline, SiteOutline } from './outline.ts';

type Code = Pick<FunctionOutline, 'opcodes' | 'operands' | 'sites' | 'endTargetOffset'>;

/** Reads the instructions of a function: a count, and for each its opcode and its operand. */
export function decodeInstructions(context: BlockContext, isMain: boolean): Code {
  const { reader } = context;
  const count = reader.count('a number of instructions');
  const opcodes = new Uint8Array(count);
  const operands = new Int32Array(count);
  const sites: SiteOutline[] = [];
  let endTargetOffset = -1;
  for (let at = 0; at < count; at++) {
    const offset = reader.at;
    const opcode = reader.byte('an opcode');
    const instruction = instructionOf(opcode);
    if (instruction === undefined)
      throw new Malformed(offset, 'an opcode', `0x${opcode.toString(16).padStart(2, '0')}`);
    if (isMain && needsCaller(opcode)) {
      throw new Malformed(offset, 'an instruction that main may hold', instruction.mnemonic);
    }
    opcodes[at] = opcode;
    const operandOffset = reader.at;
    if (operandUse(opcode) === 'site') {
      operands[at] = sites.length;
      sites.push(decodeSite(context, instruction));
    } else {
      operands[at] = decodeOperand(context, instruction, count);
    }
    if (operandUse(opcode) === 'target' && operands[at] === count) endTargetOffset = operandOffset;
  }
  return { opcodes, operands, sites, endTargetOffset: isMain ? -1 : endTargetOffset };
}

function decodeOperand({ reader, constants, names }: BlockContext, instruction: Instruction, count: number): number {
  switch (operandUse(instruction.code)) {
    case 'constant':
      return constants.readIndex(reader, instruction.minimumOperands === 0 ? 1 : 0);
    case 'variable':
    case 'name':
      return names.readNameIndex();
    case 'target':
      return reader.varint('the index of an instruction', count);
    case 'count':
      return reader.varint('a count', MAXIMUM_COUNT);
    default:
      return 0;
  }
}

function decodeSite(context: BlockContext, instruction: Instruction): SiteOutline {
  const { reader, names } = context;
  const offset = reader.at;
  const callee = decodeCallee(context, instruction);
  const countOffset = reader.at;
  const count = reader.varint('a count of values', MAXIMUM_COUNT);
  const takesNames = instruction.maximumOperands === Infinity;
  const namesOffset = reader.at;
  const nameCount = takesNames ? reader.count('a number of argument names') : 0;
  if (nameCount > count) {
    throw new Malformed(namesOffset, `argument names for the ${count} values at most`, String(nameCount));
  }
  const argumentNames = Array.from({ length: nameCount }, () => names.readName());
  const duplicate = firstDuplicate(argumentNames);
  if (duplicate !== undefined) {
    throw new Malformed(namesOffset, 'argument names that differ', `${argumentNames[duplicate]} twice`);
  }
  return { offset, countOffset, callee, count, names: argumentNames };
}

function decodeCallee(context: BlockContext, instruction: Instruction): SiteOutline['callee'] {
  const { reader, names, functionCount, classCount } = context;
  const offset = reader.at;
  switch (instruction.operands[0].kind) {
    case 'function': {
      const index = reader.varint('the index of a function', functionCount - 1);
      if (index !== BUILT_IN_FOLLOWS) return { kind: 'function', index };
      if (instruction.code === Op.MAKE_FUNC)
        throw new Malformed(offset, 'the index of a function other than main', '0');
      const nameOffset = reader.at;
      const name = names.readName();
      if (!BUILT_IN_NAMES.has(name)) throw new Malformed(nameOffset, 'the name of a built-in', name);
      return { kind: 'built-in', name };
    }
    case 'class':
      if (classCount === 0)
        throw new Malformed(offset, 'no instruction that makes a class: there is none', instruction.mnemonic);
      return { kind: 'class', index: reader.varint('the index of a class', classCount - 1) };
    case 'attribute':
      return { kind: 'method', name: names.readName() };
    default:
      return null;
  }
}
