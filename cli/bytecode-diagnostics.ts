import { BUILT_IN_NAMES, diagnose, lineSpan, verify, type Diagnostic, type Program, type Span } from '../vm/index.ts';

/** A finding in a `.bc` file, and the file that its code was made of, as far as it is known. */
export interface BytecodeDiagnostic {
  readonly file: string;
  readonly diagnostic: Diagnostic;
}

/** What the verifier finds in a program that has no text: at the lines that its debug information knows, else at the first. */
export function bytecodeDiagnostics(file: string, program: Program): BytecodeDiagnostic[] {
  const { findings } = verify(program, { builtIns: BUILT_IN_NAMES });
  return findings.map(finding => {
    const related = finding.related.map(each => ({
      ...placeOf(file, program, each.function, each.at),
      message: each.message,
    }));
    const place = placeOf(file, program, finding.function, finding.at);
    const diagnostic = diagnose(finding.kind, place.span, finding.parameters as never, { related });
    const where = ` (instruction ${finding.at} of ${program.functions[finding.function].qualifiedName})`;
    return { file: place.file, diagnostic: { ...diagnostic, message: diagnostic.message + where } };
  });
}

function placeOf(file: string, program: Program, index: number, at: number): { file: string; span: Span } {
  const { debug } = program.functions[index];
  const line = debug?.lines[at] ?? -1;
  return debug === null || line < 0
    ? { file, span: lineSpan(0, 0, 0) }
    : { file: debug.file, span: lineSpan(line, 0, 0) };
}
