import { instructionOf } from '../../isa/index.ts';
import { blocksOf, type ProgramBlock } from '../blocks.ts';
import { MAIN, type Constant, type FunctionCode, type Parameter, type Program, type Site } from '../program.ts';
import { operandUse } from '../operands.ts';
import { Interned, constantKey } from '../operand-tables.ts';
import { ByteWriter } from './byte-writer.ts';
import { checksum } from './checksum.ts';
import { declaredNames } from './declared-names.ts';
import { encodeDebug } from './encode-debug.ts';
import {
  BUILT_IN_FOLLOWS,
  BlockTag,
  CHECKSUM_BYTES,
  ConstantTag,
  FORMAT_VERSION,
  HAS_DEBUG,
  HAS_DEFAULT,
  MAGIC,
  NAN_BITS,
  PARAMETER_KINDS,
} from './layout.ts';

/**
 * The bytes of a program, which has to be one that the assembler or the decoder made. There are no others for it: equal
 * programs have equal bytes. Without debug information where `isStripped` says so, or the program has none.
 */
export function encodeProgram(program: Program, isStripped = false): Uint8Array {
  const hasDebug = !isStripped && program.functions.every(({ debug }) => debug !== null);
  const encoder = new ProgramEncoder(program);
  encoder.encodeBlocks();
  const file = new ByteWriter();
  for (const byte of [...MAGIC, FORMAT_VERSION, hasDebug ? HAS_DEBUG : 0]) file.byte(byte);
  encoder.writePools(file);
  file.append(encoder.blocks.written);
  if (hasDebug) encodeDebug(program.functions, file);
  file.littleEndian(BigInt(checksum(file.written)), CHECKSUM_BYTES);
  return file.written.slice();
}

/** Writes the blocks, and meanwhile gathers the pools that stand before them: both in the order of their first use. */
class ProgramEncoder {
  readonly blocks = new ByteWriter();
  private readonly constants = new Interned(constantKey);
  private readonly names = new Interned((name: string) => name);
  private readonly program: Program;
  /** The names of the methods: those that their `.func`s give. */
  private readonly methodNames: ReadonlyMap<number, string>;

  constructor(program: Program) {
    this.program = program;
    this.methodNames = new Map(
      program.classes.flatMap(each => each.methods.map(({ function: index, name }) => [index, name])),
    );
  }

  encodeBlocks(): void {
    const { functions, classes } = this.program;
    const blocks = blocksOf(this.program);
    this.blocks.varint(functions.length);
    this.blocks.varint(classes.length);
    for (const block of blocks) this.encodeBlock(block);
  }

  writePools(file: ByteWriter): void {
    file.varint(this.constants.items.length);
    for (const constant of this.constants.items) writeConstant(file, constant);
    file.varint(this.names.items.length);
    for (const name of this.names.items) file.string(name);
  }

  private encodeBlock({ kind, index }: ProgramBlock): void {
    if (kind === 'class') {
      const { depth, name } = this.program.classes[index];
      this.blocks.byte(BlockTag.class);
      this.blocks.varint(depth);
      this.name(name);
      return;
    }
    const code = this.program.functions[index];
    if (index !== MAIN) this.encodeHead(code, this.methodNames.get(index));
    this.blocks.varint(code.opcodes.length);
    for (let at = 0; at < code.opcodes.length; at++) this.encodeInstruction(code, at);
  }

  private encodeHead(code: FunctionCode, methodName: string | undefined): void {
    this.blocks.byte(BlockTag.function);
    this.blocks.varint(code.depth);
    this.name(code.name);
    if (methodName !== undefined) this.name(methodName);
    this.blocks.varint(code.parameters.length);
    for (const parameter of code.parameters) this.encodeParameter(parameter);
    const { globals, nonlocals } = declaredNames(code);
    this.nameList(globals);
    this.nameList(nonlocals);
  }

  private encodeParameter({ kind, name, defaultValue }: Parameter): void {
    this.blocks.byte(PARAMETER_KINDS.indexOf(kind) | (defaultValue === undefined ? 0 : HAS_DEFAULT));
    this.name(name);
    if (defaultValue !== undefined) this.blocks.varint(this.constants.add(defaultValue));
  }

  private encodeInstruction(code: FunctionCode, at: number): void {
    const opcode = code.opcodes[at];
    const operand = code.operands[at];
    this.blocks.byte(opcode);
    switch (operandUse(opcode)) {
      case 'none':
        return;
      case 'constant':
        return this.encodeConstantOperand(opcode, operand < 0 ? undefined : code.constants[operand]);
      case 'variable':
        return this.name(code.variables[operand].name);
      case 'name':
        return this.name(code.names[operand]);
      case 'target':
      case 'count':
        return this.blocks.varint(operand);
      case 'site':
        return this.encodeSite(opcode, code.sites[operand]);
    }
  }

  /** Where the operand may be left out, 0 says so and the others begin at 1. */
  private encodeConstantOperand(opcode: number, constant: Constant | undefined): void {
    const isOptional = instructionOf(opcode)?.minimumOperands === 0;
    if (constant === undefined) this.blocks.varint(0);
    else this.blocks.varint(this.constants.add(constant) + (isOptional ? 1 : 0));
  }

  private encodeSite(opcode: number, { callee, count, names }: Site): void {
    if (callee?.kind === 'function' || callee?.kind === 'class') {
      this.blocks.varint(callee.index);
    } else if (callee !== null) {
      if (callee.kind === 'built-in') this.blocks.varint(BUILT_IN_FOLLOWS);
      this.name(callee.name);
    }
    this.blocks.varint(count);
    if (instructionOf(opcode)?.maximumOperands === Infinity) this.nameList(names);
  }

  private nameList(names: readonly string[]): void {
    this.blocks.varint(names.length);
    for (const name of names) this.name(name);
  }

  private name(name: string): void {
    this.blocks.varint(this.names.add(name));
  }
}

function writeConstant(file: ByteWriter, constant: Constant): void {
  switch (constant.kind) {
    case 'none':
      return file.byte(ConstantTag.none);
    case 'bool':
      return file.byte(constant.value ? ConstantTag.true : ConstantTag.false);
    case 'int':
      return writeInt(file, constant.value);
    case 'float':
      file.byte(ConstantTag.float);
      return file.littleEndian(floatBits(constant.value), 8);
    case 'str':
      file.byte(ConstantTag.str);
      return file.string(constant.value);
  }
}

function writeInt(file: ByteWriter, value: bigint): void {
  const magnitude = value < 0n ? -value : value;
  const byteCount = magnitude === 0n ? 0 : Math.ceil(magnitude.toString(16).length / 2);
  file.byte(value < 0n ? ConstantTag.negativeInt : ConstantTag.int);
  file.varint(byteCount);
  if (byteCount > 0) file.littleEndian(magnitude, byteCount);
}

/** Machines may write any of the many NaNs; in a file there is one. */
function floatBits(value: number): bigint {
  if (Number.isNaN(value)) return NAN_BITS;
  return new DataView(Float64Array.of(value).buffer).getBigUint64(0, IS_LITTLE_ENDIAN);
}

const IS_LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
