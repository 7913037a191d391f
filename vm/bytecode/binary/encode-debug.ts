import { Interned } from '../operand-tables.ts';
import { MAIN, type FunctionCode } from '../program.ts';
import { ByteWriter } from './byte-writer.ts';
import { positionsOf } from './positions.ts';

/** Writes the debug section: the names of files and labels, then what is known of each function. */
export function encodeDebug(functions: readonly FunctionCode[], file: ByteWriter): void {
  const names = new Interned((name: string) => name);
  const body = new ByteWriter();
  let currentFile: string | null = null;
  let currentLine = 0;
  for (const [index, { debug }] of functions.entries()) {
    if (debug === null) continue;
    body.varint(debug.labels.length);
    let labelIndex = 0;
    for (const label of debug.labels) {
      body.varint(names.add(label.name));
      body.varint(label.index - labelIndex);
      labelIndex = label.index;
    }
    const { files, fileOf, lineOf } = positionsOf(debug, index === MAIN);
    for (let place = 0; place < lineOf.length; place++) {
      const isSameFile = files[fileOf[place]] === currentFile;
      body.varint(2 * zigzag(lineOf[place] - currentLine) + (isSameFile ? 0 : 1));
      currentFile = files[fileOf[place]];
      currentLine = lineOf[place];
      if (!isSameFile) body.varint(names.add(currentFile));
    }
  }
  file.varint(names.items.length);
  for (const name of names.items) file.string(name);
  file.append(body.written);
}

/** Ints of either sign as ints of 0 or more, small ones as small ones. */
function zigzag(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value;
}
