import { readFileSync } from 'node:fs';
import { decodeSource, describeReadFailure, replaceFile } from '../../host/index.ts';
import { formatText, parse } from '../../vm/index.ts';
import { EXIT, type Command } from '../command.ts';
import { diagnosticText } from '../diagnostic-text.ts';
import type { Streams } from '../streams.ts';

export const fmt: Command = {
  operands: { name: 'file', minimum: 1, maximum: Infinity },
  options: {
    check: {
      summary: 'Changes nothing; lists the files that formatting would change, and exits with 1 if there are any',
    },
  },
  details: 'A file with syntax errors is left as it is, and its errors are shown.',
  run(given, streams) {
    const results = given.operands.map(file => formatFile(file, given.has('check'), streams));
    if (results.includes('refused')) return EXIT.refused;
    return given.has('check') && results.includes('changed') ? EXIT.failed : EXIT.done;
  },
};

function formatFile(file: string, isCheck: boolean, { output }: Streams): 'same' | 'changed' | 'refused' {
  try {
    const { text, malformedLines } = decodeSource(readFileSync(file));
    const tree = parse(text);
    for (const diagnostic of tree.diagnostics) output.writeError(diagnosticText(file, diagnostic));
    for (const line of malformedLines ?? []) output.writeError(`bcasm: ${file}:${line + 1} is not UTF-8\n`);
    if (tree.diagnostics.length > 0 || malformedLines !== undefined) return 'refused';
    const formatted = formatText(tree);
    if (formatted === text) return 'same';
    if (isCheck) output.writeOutput(`${file}\n`);
    else replaceFile(file, formatted);
    return 'changed';
  } catch (error) {
    output.writeError(`bcasm: cannot format ${file}: ${describeReadFailure(error)}\n`);
    return 'refused';
  }
}
