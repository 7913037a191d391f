export type { ControlFlow, Group, OpcodeRow, OperandKind, OperandRow } from './row.ts';
export { GROUPS } from './row.ts';
export { MNEMONIC_ALIASES, type Mnemonic } from './opcodes.ts';
export * from './derived.ts';
export { OPERAND_KINDS } from './operand-kinds.ts';
export { parseStackPicture, sideSize, type StackEffect, type StackPicture, type StackSide } from './stack-picture.ts';
export { DIRECTIVES, DIRECTIVE_NAMES, directiveNamed, type DirectiveName, type DirectiveRow } from './directives.ts';
export { EXCEPTIONS, EXCEPTION_NAMES, type ExceptionName, type ExceptionRow } from './exceptions.ts';
export { RESERVED_NAMES, isName } from './names.ts';
export { BUILT_INS, BUILT_IN_NAMES, type BuiltInName, type BuiltInRow } from './built-ins.ts';
export { BUILT_IN_MEMBERS, type BuiltInMember } from './built-in-methods.ts';
export {
  builtInReference,
  directiveReference,
  instructionMeaning,
  instructionReference,
  instructionSignature,
  memberReference,
  showOperand,
} from './reference.ts';
