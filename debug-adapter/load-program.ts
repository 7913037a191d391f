import path from 'node:path';
import { createFileProvider, isBytecodeFile, readBytecodeFile } from '../host/index.ts';
import {
  BUILT_IN_NAMES,
  analyze,
  describeDecodeError,
  isAssemblyError,
  verify,
  type Analysis,
  type Diagnostic,
  type Program,
  type StackProof,
} from '../vm/index.ts';
import { RequestError, type ErrorLink } from './request-error.ts';

/** A program, and what has been proven of its functions. */
export interface LoadedProgram {
  readonly program: Program;
  readonly proofs: readonly StackProof[];
}

/** An assembly error and the file that it is in. */
export interface AssemblyError {
  readonly file: string;
  readonly diagnostic: Diagnostic;
}

/** A program cannot be launched because it does not assemble. */
export class AssemblyFailure extends RequestError {
  readonly errors: readonly AssemblyError[];

  constructor(errors: readonly AssemblyError[]) {
    super('cannotAssemble', summarize(errors), { isForUser: true, link: PROBLEMS_VIEW });
    this.errors = errors;
  }
}

/**
 * Reads the file that is to be debugged, and assembles it where it is text. Every way to fail is a `RequestError` of one
 * sentence.
 */
export function loadProgram(file: string): LoadedProgram {
  if (isBytecodeFile(file)) return loadBytecode(file);
  const provider = createFileProvider();
  const read = provider.read(file);
  const why = 'error' in read ? read.error : whyNoSourceFile(file);
  if (why !== null) throw new RequestError('cannotLoad', `cannot launch ${file}: ${why}`, { isForUser: true });
  const analysis = analyze(file, provider);
  if (analysis.program) return { program: analysis.program, proofs: analysis.verification?.functions ?? [] };
  throw new AssemblyFailure(assemblyErrors(analysis));
}

function loadBytecode(file: string): LoadedProgram {
  const read = readBytecodeFile(file);
  if ('program' in read) {
    const { program } = read;
    return { program, proofs: verify(program, { builtIns: BUILT_IN_NAMES }).functions };
  }
  const why = 'unreadable' in read ? read.unreadable : describeDecodeError(read.malformed);
  throw new RequestError('cannotLoad', `cannot launch ${file}: ${why}`, { isForUser: true });
}

/** A file and a place in it, as `file:line:column` with both counted from 1. */
export function describePlace(error: AssemblyError): string {
  const { line, column } = error.diagnostic.span.start;
  return `${error.file}:${line + 1}:${column + 1}`;
}

function whyNoSourceFile(file: string): string | null {
  const extension = path.extname(file);
  if (extension.toLowerCase() === '.bcasm') return null;
  return `expected a .bcasm or .bc file, found ${extension === '' ? 'a file without an extension' : `a ${extension} file`}`;
}

/** The file's own errors first. That an import has errors goes without saying where these errors are said. */
function assemblyErrors(analysis: Analysis): AssemblyError[] {
  const errors = analysis.modules.flatMap(module =>
    module.diagnostics
      .filter(diagnostic => isAssemblyError(diagnostic.kind))
      .map(diagnostic => ({ file: module.file, diagnostic })),
  );
  return errors.filter(({ diagnostic: { kind, related } }) => kind !== 'bad-import' || related.length === 0);
}

function summarize(errors: readonly AssemblyError[]): string {
  const [first] = errors;
  const others = errors.length - 1;
  const more = others === 0 ? '' : ` (and ${others} more ${others === 1 ? 'error' : 'errors'})`;
  return `${describePlace(first)}: ${first.diagnostic.message}${more}`;
}

const PROBLEMS_VIEW: ErrorLink = { url: 'command:workbench.panel.markers.view.focus', label: 'Show Problems' };
