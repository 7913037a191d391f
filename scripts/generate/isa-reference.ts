import {
  DIRECTIVE_NAMES,
  DIRECTIVES,
  GROUPS,
  INSTRUCTIONS,
  MNEMONIC_ALIASES,
  OPERAND_KINDS,
  type DirectiveName,
  type Group,
  type Instruction,
  type OperandRow,
} from '../../vm/isa/index.ts';
import { code, codeBlock, heading, table } from './markdown.ts';

const INTRODUCTION = `# Instruction set

<!-- Generated from vm/isa by \`npm run generate\`: change the table there, not this page. -->

One section for each group of instructions, then the directives. A **stack picture** shows what an instruction pops, \`--\`,
and what it pushes; the top of the stack is on the right, and nothing below it is touched. \`a1…an\` stands for as many
values as the operand \`n\` says. A conditional jump has two pictures: when it goes on, \`|\`, and when it jumps.`;

/** The reference manual of the instructions and directives, in Markdown. */
export function isaReference(): string {
  const sections = [INTRODUCTION, contents(), ...GROUPS.map(group), directives(), operandKinds()];
  return `${sections.join('\n\n')}\n`;
}

function contents(): string {
  const rows = GROUPS.map(name => [
    `[${heading(name)}](#${name.replaceAll(' ', '-')})`,
    members(name)
      .map(({ mnemonic }) => `[${code(mnemonic)}](#${mnemonic.toLowerCase()})`)
      .join(' '),
  ]);
  return table(['group', 'instructions'], rows);
}

function group(name: Group): string {
  return [`## ${heading(name)}`, ...members(name).map(instruction)].join('\n\n');
}

function members(name: Group): Instruction[] {
  return INSTRUCTIONS.filter(candidate => candidate.group === name);
}

function instruction(entry: Instruction): string {
  const { mnemonic, operands, stack, summary, details, raises, example } = entry;
  const aliases = Object.keys(MNEMONIC_ALIASES).filter(alias => MNEMONIC_ALIASES[alias] === mnemonic);
  const facts = [
    `- Stack: ${code(stack)}`,
    ...operands.map(operand => `- ${code(operand.name)}: ${OPERAND_KINDS[operand.kind].description}${arity(operand)}`),
    raises.length > 0 && `- Raises: ${raises.map(code).join(', ')}`,
    aliases.length > 0 && `- Also accepted: ${aliases.map(code).join(', ')}`,
    `- Byte in \`.bc\` files: ${code(`0x${entry.code.toString(16).padStart(2, '0')}`)}`,
  ].filter(fact => fact !== false);
  return [
    `### ${mnemonic}`,
    codeBlock([mnemonic, ...operands.map(operandForm)].join(' ')),
    [`${summary}.`, details].filter(Boolean).join(' '),
    facts.join('\n'),
    codeBlock(example),
  ].join('\n\n');
}

function operandForm({ name, arity: operandArity }: OperandRow): string {
  if (operandArity === 'repeated') return `[${name}…]`;
  return operandArity === 'optional' ? `[${name}]` : name;
}

function arity({ arity: operandArity }: OperandRow): string {
  if (operandArity === 'repeated') return '; any number of them';
  return operandArity === 'optional' ? '; may be left out' : '';
}

function directives(): string {
  return ['## Directives', ...DIRECTIVE_NAMES.map(directive)].join('\n\n');
}

function directive(name: DirectiveName): string {
  const { operands, summary, details, example } = DIRECTIVES[name];
  return [
    `### ${name}`,
    codeBlock(`${name} ${operands}`.trim()),
    [`${summary}.`, details].filter(Boolean).join(' '),
    codeBlock(example),
  ].join('\n\n');
}

function operandKinds(): string {
  const rows = Object.entries(OPERAND_KINDS).map(([kind, { description }]) => [kind, description]);
  return ['## Operand kinds', table(['kind', 'what it may be'], rows)].join('\n\n');
}
