import type { MachineError, TracebackEntry } from '../vm/index.ts';

/** An error as Python prints it: the frames, main first, and `Kind: message` as the last line. Ends with a newline. */
export function formatTraceback(error: MachineError): string {
  return [...formatFrames(error.traceback), formatLastLine(error), ''].join('\n');
}

/** `Kind: message`, or the kind alone. */
export function formatLastLine(error: MachineError): string {
  return error.message === '' ? error.kind : `${error.kind}: ${error.message}`;
}

/** A line for each frame; repetitions, as in a deep recursion, are counted and not shown. */
function formatFrames(entries: readonly TracebackEntry[]): string[] {
  const lines = ['Traceback (most recent call last):'];
  let shown = '';
  let count = 0;
  for (const entry of entries) {
    const text = formatFrame(entry);
    count = text === shown ? count + 1 : 1;
    shown = text;
    if (count <= SHOWN_REPETITIONS) lines.push(text);
    else if (count === SHOWN_REPETITIONS + 1) lines.push(repeated(1));
    else lines[lines.length - 1] = repeated(count - SHOWN_REPETITIONS);
  }
  return lines;
}

/** How often the same frame is shown in a row, as CPython does. */
const SHOWN_REPETITIONS = 3;

function repeated(count: number): string {
  return `  [Previous line repeated ${count} more ${count === 1 ? 'time' : 'times'}]`;
}

function formatFrame(entry: TracebackEntry): string {
  const file = entry.file ?? '<unknown>';
  return `  File "${file}", line ${entry.line + 1}, in ${entry.name}`;
}
