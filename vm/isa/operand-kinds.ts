import type { OperandKind } from './row.ts';

/** What each kind of operand accepts, in the words of messages and of the reference. */
export const OPERAND_KINDS: Readonly<Record<OperandKind, { readonly expected: string; readonly description: string }>> =
  {
    constant: {
      expected: 'a literal or the name of a constant',
      description: 'an int, float, string, `True`, `False` or `None`, or the name of a `.const` of an earlier line',
    },
    variable: { expected: 'a variable name', description: 'the name of a variable' },
    label: {
      expected: 'a label or an instruction index',
      description: 'a label of the same function, or the 0-based index of one of its instructions',
    },
    function: { expected: 'a function name', description: 'the name of a function in scope, inner scopes first' },
    class: { expected: 'a class name', description: 'the name of a `.class` in scope, inner scopes first' },
    attribute: { expected: 'an attribute name', description: 'the name of an attribute or method' },
    count: { expected: 'a count (an int literal, 0 or more)', description: 'an int literal, 0 or more' },
    'argument-name': { expected: 'an argument name', description: 'the name of a parameter' },
    message: {
      expected: 'a literal or the name of a constant',
      description: 'a literal, or the name of a `.const` of an earlier line',
    },
  };
