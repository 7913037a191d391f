import type { Program } from '../program.ts';
import { ByteReader } from './byte-reader.ts';
import { checksum } from './checksum.ts';
import { completeProgram } from './complete.ts';
import { decodeBlocks } from './decode-blocks.ts';
import { decodeDebug } from './decode-debug.ts';
import { NamePool, decodeConstants } from './decode-pools.ts';
import { CHECKSUM_BYTES, FORMAT_VERSION, HAS_DEBUG, HEADER_BYTES, MAGIC } from './layout.ts';
import { Malformed, type DecodeError } from './malformed.ts';
import type { FunctionOutline } from './outline.ts';

/**
 * The program that bytes stand for, or the first thing that is wrong with them. Total: never throws and never hangs, whatever the
 * bytes are, in time and memory linear in their number (but for cells, which `MAXIMUM_CELL_REFERENCES` bounds).
 *
 * Accepts just the bytes that `encodeProgram` makes of programs which the assembler makes of some text. So a program that
 * comes out of here can be run, verified, disassembled, and encoded to the same bytes.
 */
export function decodeProgram(bytes: Uint8Array): { readonly program: Program } | { readonly error: DecodeError } {
  try {
    return { program: decode(bytes) };
  } catch (error) {
    if (error instanceof Malformed) {
      const { offset, expected, found } = error;
      return { error: { offset, expected, found } };
    }
    throw error;
  }
}

/** An error in the words of a message: `byte 6: expected a number of constants, found the end of the file`. */
export function describeDecodeError({ offset, expected, found }: DecodeError): string {
  return `byte ${offset}: expected ${expected}, found ${found}`;
}

function decode(bytes: Uint8Array): Program {
  const hasDebug = checkFrame(bytes);
  const end = bytes.length - CHECKSUM_BYTES;
  const reader = new ByteReader(bytes, HEADER_BYTES, end);
  const constants = decodeConstants(reader);
  const names = new NamePool(reader);
  const outline = decodeBlocks(reader, constants, names);
  constants.expectAllUsed();
  names.expectAllUsed();
  const functions = outline.functionBlocks.map(place => outline.blocks[place] as FunctionOutline);
  const debug = hasDebug ? decodeDebug(reader, functions) : functions.map(() => null);
  if (reader.bytesLeft > 0) throw new Malformed(reader.at, 'the checksum', `${reader.bytesLeft} bytes before it`);
  return completeProgram(
    outline,
    { constant: index => constants.item(index), name: index => names.text(index) },
    debug,
  );
}

/** Checks what stands around the contents; tells whether there is debug information. */
function checkFrame(bytes: Uint8Array): boolean {
  const header = new ByteReader(bytes, 0, bytes.length);
  for (const [offset, expected] of MAGIC.entries()) {
    if (header.byte(MAGIC_BYTES) !== expected) throw new Malformed(offset, MAGIC_BYTES, `0x${hex(bytes[offset])}`);
  }
  const version = header.byte('the format version');
  if (version !== FORMAT_VERSION) {
    throw new Malformed(header.at - 1, `the format version ${FORMAT_VERSION}`, `version ${version}`);
  }
  const flags = header.byte('flags');
  if (flags > HAS_DEBUG) throw new Malformed(header.at - 1, 'flags that are known', `0x${hex(flags)}`);
  if (header.bytesLeft < CHECKSUM_BYTES) throw new Malformed(bytes.length, 'a checksum', 'the end of the file');
  const end = bytes.length - CHECKSUM_BYTES;
  const stored = Number(new ByteReader(bytes, end, bytes.length).littleEndian('a checksum', CHECKSUM_BYTES));
  const computed = checksum(bytes.subarray(0, end));
  if (stored !== computed) {
    const found = `${hex(stored, 8)}: the file is damaged or cut off`;
    throw new Malformed(end, `the checksum ${hex(computed, 8)} of what stands before`, found);
  }
  return flags === HAS_DEBUG;
}

const MAGIC_BYTES = `a .bc file, which begins with ${MAGIC.map(byte => hex(byte)).join(' ')}`;

function hex(value: number, digits = 2): string {
  return value.toString(16).padStart(digits, '0');
}
