import {
  Machine,
  BUILT_IN_NAMES,
  decodeProgram,
  describeDecodeError,
  disassemble,
  encodeProgram,
  verify,
  type Program,
} from '../../vm/index.ts';
import { checksum } from '../../vm/bytecode/binary/checksum.ts';
import { programOf } from './programs.ts';

/** Where the checksum stands: the last bytes. */
const CHECKSUM_BYTES = 4;

/** A copy whose checksum is right again, so that what was changed before it is looked at. */
export function withChecksum(bytes: Uint8Array): Uint8Array {
  const fixed = bytes.slice();
  const end = fixed.length - CHECKSUM_BYTES;
  if (end >= 0) new DataView(fixed.buffer).setUint32(end, checksum(fixed.subarray(0, end)), true);
  return fixed;
}

/** A copy with one to four random changes: bits turned, bytes replaced, taken out, put in, doubled or moved. */
export function mutate(bytes: Uint8Array, random: () => number): Uint8Array {
  let changed = [...bytes.subarray(0, bytes.length - CHECKSUM_BYTES)];
  const below = (limit: number): number => Math.floor(random() * limit);
  for (let left = 1 + below(4) * below(2); left > 0; left--) {
    const at = below(changed.length);
    const length = 1 + below(6);
    switch (below(7)) {
      case 0:
        changed[at] ^= 1 << below(8);
        break;
      case 1:
        changed[at] = below(256);
        break;
      case 2:
        changed[at] = INTERESTING[below(INTERESTING.length)];
        break;
      case 3:
        changed.splice(at, length);
        break;
      case 4:
        changed.splice(at, 0, ...Array.from({ length }, () => below(256)));
        break;
      case 5:
        changed.splice(at, 0, ...changed.slice(at, at + length));
        break;
      default:
        changed[at] = (changed[at] + (random() < 0.5 ? 1 : 255)) % 256;
        break;
    }
    if (changed.length === 0) changed = [0];
  }
  return withChecksum(Uint8Array.from([...changed, 0, 0, 0, 0]));
}

const INTERESTING = [0, 1, 2, 3, 4, 0x7f, 0x80, 0xff];

/** What came of bytes: refused, or a program, which then has kept every law. */
export type Fate = 'refused' | 'accepted';

/**
 * Holds the decoder to its promise: whatever the bytes, there is an error inside of them, or a program that is encoded to the
 * same bytes, disassembled to text that assembles to the same bytes, verified, and run without a fault of the machine.
 */
export function checkPromise(bytes: Uint8Array): Fate {
  const decoded = decodeProgram(bytes);
  if ('error' in decoded) {
    const { offset, expected, found } = decoded.error;
    if (offset < 0 || offset > bytes.length || expected === '' || found === '')
      throw new Error(`a strange error: ${describeDecodeError(decoded.error)}`);
    return 'refused';
  }
  const { program } = decoded;
  expectSame(encodeProgram(program), bytes, 'encoded');
  const isStripped = program.functions[0].debug === null;
  expectSame(encodeProgram(programOf(disassemble(program)), isStripped), bytes, 'disassembled and assembled');
  verify(program, { builtIns: BUILT_IN_NAMES });
  run(program);
  return 'accepted';
}

function expectSame(actual: Uint8Array, expected: Uint8Array, what: string): void {
  const isSame = actual.length === expected.length && actual.every((byte, at) => byte === expected[at]);
  if (!isSame) throw new Error(`${what}, the program has other bytes`);
}

function run(program: Program): void {
  const input = ['1', 'two', ''].values();
  const machine = new Machine(program, {
    host: { write: () => {}, readLine: () => input.next().value ?? null },
    limits: { depth: 50, stack: 10_000, heapBytes: 10_000_000 },
  });
  machine.run(RUN_BUDGET);
}

const RUN_BUDGET = 300;
