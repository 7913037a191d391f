import { isUtf8 } from 'node:buffer';
import { malformedLinesOf } from '../vm/index.ts';

/** The text of a source file: bytes that are no UTF-8 become U+FFFD, and the 0-based lines that hold any are listed. */
export function decodeSource(bytes: Buffer): { readonly text: string; readonly malformedLines?: readonly number[] } {
  const text = bytes.toString('utf8');
  return isUtf8(bytes) ? { text } : { text, malformedLines: malformedLinesOf(bytes, isUtf8) };
}
