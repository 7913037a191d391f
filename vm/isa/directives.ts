/** The directives: what each takes and means. Like the opcode table, the only place where such a fact stands. */

export interface DirectiveRow {
  /** How its operands are written. */
  readonly operands: string;
  readonly minimumOperands: number;
  readonly maximumOperands: number;
  readonly summary: string;
  readonly details?: string;
  readonly example: string;
}

export const DIRECTIVES = {
  '.func': row(
    'NAME PARAM…',
    1,
    Infinity,
    'Begins a function, which `.end` ends; functions nest',
    '.func add a b=1\n        LOAD_VAR a\n        LOAD_VAR b\n        ADD\n        RETURN_VALUE\n.end',
    'A parameter is `a`, `a=1` (with a constant default), `*rest` or a bare `*`, then keyword-only ones, then `**named`.',
  ),
  '.class': row(
    'NAME',
    1,
    1,
    'Begins a class, which `.end` ends; the functions inside are its methods',
    '.class Point\n.func describe self\n        LOAD_CONST "a point"\n        RETURN_VALUE\n.end\n.end',
  ),
  '.end': row('', 0, 0, 'Ends the innermost function or class', '.end'),
  '.name': row('"text"', 1, 1, 'In a function or class: the name that tracebacks show', '.func f_1\n.name "f"\n.end'),
  '.const': row('NAME VALUE', 2, 2, 'A named constant, usable from its line on in the whole file', '.const LIMIT 100'),
  '.global': row(
    'NAME…',
    1,
    Infinity,
    'In a function: these names are the global variables, also for `STORE_VAR`',
    '.global total',
  ),
  '.nonlocal': row(
    'NAME…',
    1,
    Infinity,
    'In a nested function: these names are variables of the nearest enclosing function that has them',
    '.nonlocal count',
  ),
  '.import': row(
    '"path.bcasm"',
    1,
    1,
    "Makes another file's functions, classes and constants usable here",
    '.import "geometry.bcasm"',
    'The path is relative to this file. The main code of the other file does not run.',
  ),
  '.source': row('"file"', 1, 1, 'What follows was compiled from that file', '.source "program.py"'),
  '.line': row('N', 1, 1, 'What follows was compiled from that line of the source', '.line 12'),
} as const satisfies Record<string, DirectiveRow>;

export type DirectiveName = keyof typeof DIRECTIVES;

/** Every directive, in the order of the reference. */
export const DIRECTIVE_NAMES = Object.keys(DIRECTIVES) as readonly DirectiveName[];

/** The directive of that name in any letter case, the dot included; `undefined` when there is none. */
export function directiveNamed(text: string): DirectiveName | undefined {
  const name = text.toLowerCase();
  return Object.hasOwn(DIRECTIVES, name) ? (name as DirectiveName) : undefined;
}

function row(
  operands: string,
  minimumOperands: number,
  maximumOperands: number,
  summary: string,
  example: string,
  details?: string,
): DirectiveRow {
  return { operands, minimumOperands, maximumOperands, summary, example, details };
}
