import type { DebugProtocol } from '@vscode/debugprotocol';
import { lineOfPlace } from '../../vm/index.ts';
import { readCount } from '../arguments.ts';
import type { BcasmDebugSession } from '../session.ts';
import type { RequestHandler } from './request.ts';

/** Some of the frames, the innermost first. Only those that are asked for are looked at: there may be very many. */
export const stackTrace: RequestHandler = (session, args): DebugProtocol.StackTraceResponse['body'] => {
  const { machine } = session.standing().debugger;
  const start = readCount(args, 'startFrame', 0);
  const levels = readCount(args, 'levels', 0);
  const totalFrames = machine.frameCount;
  const end = levels === 0 ? totalFrames : Math.min(start + levels, totalFrames);
  const stackFrames: DebugProtocol.StackFrame[] = [];
  for (let level = start; level < end; level++) stackFrames.push(describeFrame(session, totalFrames - 1 - level));
  return { stackFrames, totalFrames };
};

function describeFrame(session: BcasmDebugSession, frameIndex: number): DebugProtocol.StackFrame {
  const { machine } = session.launched().debugger;
  const frame = machine.frame(frameIndex);
  const place = lineOfPlace(machine.program, frame);
  return {
    id: session.references.frameId(frameIndex),
    name: machine.program.functions[frame.function].name,
    ...(place
      ? { source: session.conventions.toClientSource(place.file), line: session.conventions.toClientLine(place.line) }
      : { line: 0 }),
    column: place ? session.conventions.toClientColumn(0) : 0,
  };
}
