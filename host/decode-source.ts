import { isUtf8 } from 'node:buffer';

/** The text of a source file: bytes that are no UTF-8 become U+FFFD, and the 0-based lines that hold any are listed. */
export function decodeSource(bytes: Buffer): { readonly text: string; readonly malformedLines?: readonly number[] } {
  const text = bytes.toString('utf8');
  return isUtf8(bytes) ? { text } : { text, malformedLines: findMalformedLines(bytes) };
}

function findMalformedLines(bytes: Buffer): number[] {
  const malformed: number[] = [];
  let start = 0;
  for (let line = 0; start <= bytes.length; line++) {
    const lineFeed = bytes.indexOf(LINE_FEED, start);
    const end = lineFeed < 0 ? bytes.length : lineFeed;
    if (!isUtf8(bytes.subarray(start, end))) malformed.push(line);
    start = end + 1;
  }
  return malformed;
}

const LINE_FEED = 0x0a;
