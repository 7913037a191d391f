/** The 0-based lines whose bytes are no UTF-8, given who can tell that. */
export function malformedLinesOf(bytes: Uint8Array, isUtf8: (bytes: Uint8Array) => boolean): number[] {
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
