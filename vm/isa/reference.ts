import type { BuiltInMember } from './built-in-methods.ts';
import { BUILT_INS, type BuiltInName } from './built-ins.ts';
import type { Instruction } from './derived.ts';
import { DIRECTIVES, type DirectiveName } from './directives.ts';
import { OPERAND_KINDS } from './operand-kinds.ts';
import type { OperandRow } from './row.ts';

/**
 * The reference as Markdown: what hovers and `docs/isa.md` say of an instruction, a directive or a built-in. Everything comes
 * from the tables; headings and links are the caller's.
 */
export function instructionReference(instruction: Instruction): string {
  return paragraphs([codeBlock('text', instructionSignature(instruction)), instructionMeaning(instruction)]);
}

/** The reference without the signature that it begins with. */
export function instructionMeaning({ summary, details, operands, raises, example }: Instruction): string {
  return paragraphs([
    sentences(summary, details),
    operands.map(describeOperand).join('\n'),
    raises.length === 0 ? '' : `Raises ${inWords(raises.map(error => `\`${error}\``))}.`,
    codeBlock('bcasm', example),
  ]);
}

export function directiveReference(name: DirectiveName): string {
  const { operands, summary, details, example } = DIRECTIVES[name];
  return paragraphs([
    codeBlock('text', `${name} ${operands}`.trim()),
    sentences(summary, details),
    codeBlock('bcasm', example),
  ]);
}

export function builtInReference(name: BuiltInName): string {
  const { kind, signature, summary } = BUILT_INS[name];
  return paragraphs([codeBlock('python', signature), `${summary}.`, `A built-in ${kind}.`]);
}

/** What a built-in type has: a method, whose signature has parentheses, or an attribute. */
export function memberReference(type: string, { signature, summary }: BuiltInMember): string {
  const kind = signature.endsWith(')') ? 'A method' : 'An attribute';
  return paragraphs([codeBlock('python', `${type}.${signature}`), `${summary}.`, `${kind} of \`${type}\`.`]);
}

/** `CALL_FUNC f n k…    a1…an -- r`: the instruction as it is written, and its stack picture. */
export function instructionSignature(instruction: Instruction): string {
  return `${[instruction.mnemonic, ...instruction.operands.map(showOperand)].join(' ')}    ${instruction.stack}`;
}

/** An operand as a signature shows it: `[n]` may be left out, `k…` may be given any number of times. */
export function showOperand({ name, arity }: OperandRow): string {
  if (arity === 'optional') return `[${name}]`;
  return arity === 'repeated' ? `${name}…` : name;
}

function describeOperand({ name, kind, arity }: OperandRow): string {
  const number = arity === 'optional' ? ', may be left out' : arity === 'repeated' ? ', any number of them' : '';
  return `- \`${name}\`: ${OPERAND_KINDS[kind].description}${number}`;
}

function sentences(summary: string, details: string | undefined): string {
  return details === undefined ? `${summary}.` : `${summary}. ${details}`;
}

function inWords(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} or ${items[items.length - 1]}`;
}

function codeBlock(language: string, code: string): string {
  return `\`\`\`${language}\n${code}\n\`\`\``;
}

function paragraphs(parts: readonly string[]): string {
  return parts.filter(part => part !== '').join('\n\n');
}
