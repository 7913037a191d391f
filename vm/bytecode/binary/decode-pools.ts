import { isName } from '../../isa/index.ts';
import { constantKey } from '../operand-tables.ts';
import type { Constant } from '../program.ts';
import type { ByteReader } from './byte-reader.ts';
import { ConstantTag, NAN_BITS } from './layout.ts';
import { Malformed } from './malformed.ts';
import { Pool } from './pool.ts';

export function decodeConstants(reader: ByteReader): Pool<Constant> {
  return Pool.read(reader, 'constant', () => decodeConstant(reader), constantKey);
}

/** Texts that name something. Most of them have to be names of the language, which is asked of each once. */
export class NamePool {
  private readonly pool: Pool<{ readonly text: string; readonly isName: boolean }>;
  private readonly reader: ByteReader;

  constructor(reader: ByteReader) {
    this.reader = reader;
    const readItem = (): { text: string; isName: boolean } => {
      const text = reader.string('a name');
      return { text, isName: isName(text) };
    };
    this.pool = Pool.read(reader, 'name', readItem, ({ text }) => text);
  }

  /** The index of a name of the language. */
  readNameIndex(): number {
    const offset = this.reader.at;
    const index = this.pool.readIndex(this.reader);
    if (!this.pool.item(index).isName) throw new Malformed(offset, 'an identifier in NFKC', show(this.text(index)));
    return index;
  }

  readName(): string {
    return this.text(this.readNameIndex());
  }

  /** Any text. */
  readText(): string {
    return this.text(this.pool.readIndex(this.reader));
  }

  text(index: number): string {
    return this.pool.item(index).text;
  }

  expectAllUsed(): void {
    this.pool.expectAllUsed();
  }
}

function show(text: string): string {
  return JSON.stringify(text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text);
}

const SHOWN_LENGTH = 40;

function decodeConstant(reader: ByteReader): Constant {
  const offset = reader.at;
  const tag = reader.byte('the kind of a constant');
  switch (tag) {
    case ConstantTag.none:
      return { kind: 'none' };
    case ConstantTag.false:
    case ConstantTag.true:
      return { kind: 'bool', value: tag === ConstantTag.true };
    case ConstantTag.int:
      return { kind: 'int', value: decodeMagnitude(reader) };
    case ConstantTag.negativeInt: {
      const value = decodeMagnitude(reader);
      if (value === 0n) throw new Malformed(offset, 'a negative int', '-0');
      return { kind: 'int', value: -value };
    }
    case ConstantTag.float:
      return { kind: 'float', value: decodeFloat(reader) };
    case ConstantTag.str:
      return { kind: 'str', value: reader.string('a string') };
    default:
      throw new Malformed(offset, `the kind of a constant (${ConstantTag.str} at most)`, String(tag));
  }
}

function decodeMagnitude(reader: ByteReader): bigint {
  const offset = reader.at;
  const byteCount = reader.count('the length of an int');
  const value = reader.littleEndian('an int', byteCount);
  if (byteCount > 0 && value >> BigInt(8 * (byteCount - 1)) === 0n) {
    throw new Malformed(offset, 'an int in as few bytes as it takes', 'zeros behind');
  }
  return value;
}

function decodeFloat(reader: ByteReader): number {
  const offset = reader.at;
  const bits = reader.littleEndian('a float', 8);
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, bits);
  const value = view.getFloat64(0);
  if (Number.isNaN(value) && bits !== NAN_BITS) {
    throw new Malformed(offset, `the NaN ${NAN_BITS.toString(16)}`, bits.toString(16));
  }
  return value;
}
