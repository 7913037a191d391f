import { CATALOGUE, DIAGNOSTIC_KINDS, isAssemblyError, type DiagnosticKind } from '../../vm/diagnostics/index.ts';
import { code, table } from './markdown.ts';

const INTRODUCTION = `# Diagnostics

<!-- Generated from vm/diagnostics by \`npm run generate\`: change the catalogue there, not this page. -->

Every diagnostic has a code that never changes its meaning, and a kind, which is the code in words. **Assembly errors** (\`BC1…\`)
keep a program from being assembled or run. **Findings** (\`BC2…\`) come from the verifier, which follows every path through the
program; they never block a run, because the machine catches what goes wrong.

One mistake is told once, where it is. What a misspelt name was to use is not called unused, nor unknown what an import may define
that cannot be read; a directive that is misspelt opens and closes as the one that it is like; where an \`.end\` is missing the layout of the
text tells where its function or class ends, and where one is too many which that is. What is found beside a mistake, in its function too, holds [however that is
mended](verifier.md#functions-with-mistakes).

What is meant to be so can be allowed, findings only, by code, by kind, or all codes that begin alike (\`BC21x\`, \`BC2xx\`):

- by a comment \`; bcasm: allow BC211\` behind code, for what begins on that line; or on a line of its own, for what begins on the
  line right below, and where that opens a function or class, for all of it;
- by \`; bcasm: allow-file BC211\` above all code, for the file;
- in the editor, by the setting \`bcasm.diagnostics\`, which can show them with another severity, too: \`{"BC21x": "warning"}\`.`;

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
