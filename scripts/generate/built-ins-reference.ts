import { BUILT_INS, BUILT_IN_MEMBERS, type BuiltInRow } from '../../vm/isa/index.ts';
import { code, table } from './markdown.ts';

const INTRODUCTION = `# Built-in names and types

<!-- Generated from vm/isa by \`npm run generate\`: change the tables there, not this page. -->

What \`LOAD_VAR\` and \`CALL_FUNC\` find where neither the function nor the program has a name, and what \`CALL_METHOD\` and \`LOAD_ATTR\` find in
values of the built-in types. All behave as in CPython 3.11; \`/\` ends the parameters that cannot be given by name.`;

const KINDS: Readonly<Record<BuiltInRow['kind'], string>> = {
  function: 'Functions',
  type: 'Types',
  constant: 'Constants',
  exception: 'Exceptions',
};

/** The reference of all built-in names and of the members of built-in types, in Markdown. */
export function builtInsReference(): string {
  const kinds = Object.keys(KINDS) as BuiltInRow['kind'][];
  const names = kinds.map(kind =>
    section(
      KINDS[kind],
      Object.values(BUILT_INS).filter(row => row.kind === kind),
    ),
  );
  const types = Object.entries(BUILT_IN_MEMBERS).map(([type, members]) =>
    section(`Members of ${code(type)}`, Object.values(members)),
  );
  return `${[INTRODUCTION, ...names, ...types].join('\n\n')}\n`;
}

function section(title: string, rows: readonly Pick<BuiltInRow, 'signature' | 'summary'>[]): string {
  const lines = rows.map(({ signature, summary }) => [code(signature), summary]);
  return `## ${title}\n\n${table(['called', 'does'], lines)}`;
}
