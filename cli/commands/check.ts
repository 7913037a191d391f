import { readFileSync } from 'node:fs';
import {
  createFileProvider,
  decodeSource,
  describeReadFailure,
  isBytecodeFile,
  readBytecodeFile,
} from '../../host/index.ts';
import { analyze, describeDecodeError, isAssemblyError, type Diagnostic, type SourceProvider } from '../../vm/index.ts';
import { bytecodeDiagnostics, type BytecodeDiagnostic } from '../bytecode-diagnostics.ts';
import { EXIT, type Command } from '../command.ts';
import { diagnosticJson, diagnosticText } from '../diagnostic-text.ts';

export const check: Command = {
  operands: { name: 'file', minimum: 1, maximum: Infinity },
  options: { json: { summary: 'Prints a JSON list instead of lines' } },
  details:
    'Prints a line for each error and finding: file:line:col: severity CODE message. The file - is standard input. Of a .bc file\nthe findings are printed, at the lines that it knows.',
  run(given, { output }) {
    const found: object[] = [];
    let hasError = false;
    for (const file of given.operands) {
      if (isBytecodeFile(file)) {
        const diagnostics = checkBytecode(file, text => output.writeError(text));
        hasError ||= diagnostics === null;
        for (const { file: source, diagnostic } of diagnostics ?? []) {
          if (given.has('json')) found.push(diagnosticJson(source, diagnostic));
          else output.writeOutput(diagnosticText(source, diagnostic));
        }
        continue;
      }
      const provider = file === '-' ? withStandardInput() : createFileProvider();
      const name = file === '-' ? STANDARD_INPUT_NAME : file;
      const read = provider.read(name);
      if ('error' in read) {
        output.writeError(`bcasm: cannot read ${name}: ${read.error}\n`);
        hasError = true;
        continue;
      }
      const { diagnostics } = analyze(name, provider);
      hasError ||= diagnostics.some(diagnostic => isAssemblyError(diagnostic.kind));
      if (given.has('json')) found.push(...diagnostics.map((each): object => diagnosticJson(name, each)));
      else writeLines(name, diagnostics, text => output.writeOutput(text));
    }
    if (given.has('json')) output.writeOutput(`${JSON.stringify(found, null, 2)}\n`);
    return hasError ? EXIT.refused : EXIT.done;
  },
};

/** The findings of a `.bc` file; `null`, when that has been said, where it holds no program. */
function checkBytecode(file: string, writeError: (text: string) => void): BytecodeDiagnostic[] | null {
  const read = readBytecodeFile(file);
  if ('program' in read) return bytecodeDiagnostics(file, read.program);
  if ('unreadable' in read) writeError(`bcasm: cannot read ${file}: ${read.unreadable}\n`);
  else writeError(`${file}: ${describeDecodeError(read.malformed)}\n`);
  return null;
}

const STANDARD_INPUT_NAME = '<stdin>';

function writeLines(file: string, diagnostics: readonly Diagnostic[], write: (text: string) => void): void {
  for (const diagnostic of diagnostics) write(diagnosticText(file, diagnostic));
}

/** Files, and standard input under its name; what it imports is relative to the working directory. */
function withStandardInput(): SourceProvider {
  const files = createFileProvider();
  const read = readStandardInput();
  return {
    read: file => (file === STANDARD_INPUT_NAME ? read : files.read(file)),
    resolve: (importPath, fromFile) => files.resolve(importPath, fromFile),
  };
}

function readStandardInput(): ReturnType<SourceProvider['read']> {
  try {
    return decodeSource(readFileSync(0));
  } catch (error) {
    return { error: describeReadFailure(error) };
  }
}
