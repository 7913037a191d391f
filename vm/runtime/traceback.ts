import { FATAL_KINDS } from './errors.ts';
import type { Machine } from './machine.ts';
import type { MachineError, TracebackEntry } from './stop.ts';
import type { Visit } from './values/value.ts';

/** The error that a program ends in, with the frames as they are now. */
export function captureError(machine: Machine, kind: string, message: string): MachineError {
  const traceback: TracebackEntry[] = [];
  for (let index = 0; index < machine.frameCount; index++) traceback.push(captureFrame(machine, index));
  const isFatal = (FATAL_KINDS as readonly string[]).includes(kind);
  return { kind, message, isFatal, traceback };
}

/** Visits every value that the frames of an error show. */
export function traceTraceback({ traceback }: MachineError, visit: Visit): void {
  for (const { locals, cells, stack } of traceback) {
    locals.forEach(visit);
    cells.forEach(visit);
    stack.forEach(visit);
  }
}

/** One frame, its values copied, so that the entry stays true when the machine goes on or is thrown away. */
function captureFrame(machine: Machine, index: number): TracebackEntry {
  const view = machine.frame(index);
  const { name, debug } = machine.program.functions[view.function];
  const source = debug?.source;
  const sourceFile = source?.fileOf[view.at] ?? -1;
  return {
    function: view.function,
    at: view.at,
    locals: [...view.locals],
    cells: [...view.cells],
    stack: [...view.stack],
    name,
    file: debug?.file ?? null,
    line: debug?.lines[view.at] ?? -1,
    source: source && sourceFile >= 0 ? { file: source.files[sourceFile], line: source.lineOf[view.at] } : null,
  };
}
