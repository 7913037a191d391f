import { MAIN, MAXIMUM_COUNT, type FunctionCode, type FunctionDebug } from '../program.ts';
import type { ByteReader } from './byte-reader.ts';
import { NamePool } from './decode-pools.ts';
import { Malformed } from './malformed.ts';
import { debugOf, type Positions } from './positions.ts';
import type { FunctionOutline } from './outline.ts';

/** Reads the debug section: for each function its labels, and the position of each of its places. */
export function decodeDebug(reader: ByteReader, functions: readonly FunctionOutline[]): FunctionCode['debug'][] {
  const decoder = new DebugDecoder(reader);
  const debug = functions.map((code, index) => decoder.decode(code, index === MAIN));
  decoder.names.expectAllUsed();
  return debug;
}

class DebugDecoder {
  readonly names: NamePool;
  private readonly reader: ByteReader;
  private readonly files: string[] = [];
  private readonly fileIndices = new Map<string, number>();
  /** The position before the next one: a file of `files`, or -1 at first, and a line. */
  private file = -1;
  private line = 0;

  constructor(reader: ByteReader) {
    this.reader = reader;
    this.names = new NamePool(reader);
  }

  decode({ opcodes, endTargetOffset }: FunctionOutline, isMain: boolean): FunctionDebug {
    const labels = this.decodeLabels(opcodes.length);
    if (endTargetOffset >= 0 && labels.at(-1)?.index !== opcodes.length) {
      throw new Malformed(
        endTargetOffset,
        'an instruction, or the end where a label stands',
        'the end without a label',
      );
    }
    return debugOf(this.decodePositions(opcodes.length + (isMain ? 1 : 2)), labels, isMain);
  }

  /** Every position takes a byte at least, as every instruction did: there cannot be too many. */
  private decodePositions(count: number): Positions {
    const fileOf = new Int32Array(count);
    const lineOf = new Int32Array(count);
    for (let place = 0; place < count; place++) {
      this.decodePosition();
      fileOf[place] = this.file;
      lineOf[place] = this.line;
    }
    return { files: this.files, fileOf, lineOf };
  }

  private decodeLabels(instructionCount: number): FunctionDebug['labels'] {
    const { reader, names } = this;
    const count = reader.count('a number of labels', 2);
    const labels: { name: string; index: number }[] = [];
    const taken = new Set<string>();
    let index = 0;
    for (let label = 0; label < count; label++) {
      const offset = reader.at;
      const name = names.readName();
      if (taken.has(name)) throw new Malformed(offset, 'a label that the function does not have yet', name);
      taken.add(name);
      index += reader.varint('the way to the next label', instructionCount - index);
      labels.push({ name, index });
    }
    return labels;
  }

  /** Goes on to the next position. */
  private decodePosition(): void {
    const { reader } = this;
    const offset = reader.at;
    const step = reader.varint('the way to the next line', Number.MAX_SAFE_INTEGER);
    const distance = Math.floor(step / 2);
    this.line += distance % 2 === 0 ? distance / 2 : -(distance + 1) / 2;
    if (this.line < 0 || this.line > MAXIMUM_COUNT) {
      throw new Malformed(offset, `a line from 0 to ${MAXIMUM_COUNT}`, String(this.line));
    }
    if (step % 2 === 1) this.decodeFile();
    if (this.file < 0) throw new Malformed(offset, 'the file of the first position', 'none');
  }

  private decodeFile(): void {
    const offset = this.reader.at;
    const name = this.names.readText();
    if (name === this.files[this.file]) throw new Malformed(offset, 'another file than before', 'the same');
    let file = this.fileIndices.get(name);
    if (file === undefined) {
      file = this.files.push(name) - 1;
      this.fileIndices.set(name, file);
    }
    this.file = file;
  }
}
