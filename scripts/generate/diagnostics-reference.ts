import { CATALOGUE, DIAGNOSTIC_KINDS, isAssemblyError, type DiagnosticKind } from '../../vm/diagnostics/index.ts';
import { code, table } from './markdown.ts';

const INTRODUCTION = `# Diagnostics

<!-- Generated from vm/diagnostics by \`npm run generate\`: change the catalogue there, not this page. -->

Every diagnostic has a code that never changes its meaning, and a kind, which is the code in words. **Assembly errors** (\`BC1…\`)
keep a program from being assembled or run. **Findings** (\`BC2…\`) come from the verifier, which follows every path through the
program; they never block a run, because the machine catches what goes wrong.`;

/** The reference of all diagnostics, in Markdown. */
export function diagnosticsReference(): string {
  const errors = DIAGNOSTIC_KINDS.filter(isAssemblyError);
  const findings = DIAGNOSTIC_KINDS.filter(kind => !isAssemblyError(kind));
  const sections = [
    [INTRODUCTION, contents()],
    ['## Assembly errors', ...errors.map(entry)],
    ['## Findings', ...findings.map(entry)],
  ];
  return `${sections.flat().join('\n\n')}\n`;
}

function contents(): string {
  const rows = DIAGNOSTIC_KINDS.map(kind => {
    const { code: diagnosticCode, severity } = CATALOGUE[kind];
    return [`[${diagnosticCode}](#${diagnosticCode.toLowerCase()})`, kind, severity];
  });
  return table(['code', 'kind', 'severity'], rows);
}

function entry(kind: DiagnosticKind): string {
  const { code: diagnosticCode, severity, explanation } = CATALOGUE[kind];
  return [`### ${diagnosticCode}`, `${code(kind)}, ${severity}`, explanation].join('\n\n');
}
