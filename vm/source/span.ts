/** A place in a text: 0-based line, and column in UTF-16 units. What people see is 1-based; only the outermost layers add the 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A stretch of text; the end is exclusive. */
export interface Span {
  readonly start: Position;
  readonly end: Position;
}

/** A stretch of one line. */
export function lineSpan(line: number, startColumn: number, endColumn: number): Span {
  return { start: { line, column: startColumn }, end: { line, column: endColumn } };
}

/** From the start of the first to the end of the last. */
export function joinSpans(first: Span, last: Span): Span {
  return { start: first.start, end: last.end };
}

/** Whether a place lies in a span; its end counts, because that is where a cursor stands behind a word. */
export function spanTouches(span: Span, place: Position): boolean {
  return comparePositions(span.start, place) <= 0 && comparePositions(place, span.end) <= 0;
}

/** Negative, zero or positive, as for `Array.sort`. */
export function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.column - b.column;
}

/** A span whose lines are counted from elsewhere. */
export function moveSpan({ start, end }: Span, lineOf: (line: number) => number): Span {
  return {
    start: { line: lineOf(start.line), column: start.column },
    end: { line: lineOf(end.line), column: end.column },
  };
}
