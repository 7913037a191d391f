import { expect, test } from 'vitest';
import {
  DIAGNOSTIC_KINDS,
  analyze,
  type Diagnostic,
  type DiagnosticKind,
  type SourceProvider,
} from '../../vm/index.ts';
import { SEED } from '../support/seed.ts';
import { translations } from '../support/translations.ts';
import { randomFrom } from '../verifier/random.ts';
import { randomPython } from './random-python.ts';

/**
 * A mistake of each kind, by the lines of a function of its own (of an import and of a function without its end, all of them);
 * `┆` stands on both sides of the culprit.
 */
const MISTAKES: Readonly<Record<DiagnosticKind, readonly string[]>> = {
  syntax: ['LOAD_CONST ┆"abc┆', 'RETURN_VALUE'],
  'unknown-opcode': ['┆LOAD_CONTS┆ 1', 'RETURN_VALUE'],
  'unknown-directive': ['┆.globl┆ x', 'LOAD_CONST 1', 'RETURN_VALUE'],
  'operand-count': ['LOAD_CONST 1 ┆2┆', 'RETURN_VALUE'],
  'operand-kind': ['BUILD_LIST ┆"a"┆', 'RETURN_VALUE'],
  'unknown-label': ['LOAD_CONST 1', 'JUMP_IF_TRUE ┆nowhere┆', 'LOAD_CONST 1', 'RETURN_VALUE'],
  'unknown-function': ['CALL_FUNC ┆no_such_function┆ 0', 'RETURN_VALUE'],
  'unknown-class': ['MAKE_CLASS ┆NoSuchClass┆ 0', 'RETURN_VALUE'],
  'unknown-constant': ['LOAD_CONST ┆NO_SUCH┆', 'RETURN_VALUE'],
  'unknown-variable': linesOf(
    '.func inner|.nonlocal ┆no_such┆|LOAD_CONST 1|RETURN_VALUE|.end|CALL_FUNC inner 0|RETURN_VALUE',
  ),
  'bad-jump-index': ['JUMP ┆99┆', 'LOAD_CONST 1', 'RETURN_VALUE'],
  'duplicate-label': ['JUMP here', 'here: LOAD_CONST 1', '┆here┆: RETURN_VALUE'],
  'duplicate-function': linesOf(
    '.func twice|LOAD_CONST 1|RETURN_VALUE|.end|.func ┆twice┆|LOAD_CONST 1|RETURN_VALUE|.end|CALL_FUNC twice 0|RETURN_VALUE',
  ),
  'duplicate-class': ['.class Twice', '.end', '.class ┆Twice┆', '.end', 'MAKE_CLASS Twice 0', 'RETURN_VALUE'],
  'duplicate-constant': ['.const TWICE 1', '.const ┆TWICE┆ 2', 'LOAD_CONST TWICE', 'RETURN_VALUE'],
  'duplicate-parameter': linesOf(
    '.func twice a ┆a┆|LOAD_VAR a|RETURN_VALUE|.end|LOAD_CONST 1|LOAD_CONST 1|CALL_FUNC twice 2|RETURN_VALUE',
  ),
  'argument-count': ['LOAD_CONST 1', 'CALL_FUNC planted ┆1┆', 'RETURN_VALUE'],
  'missing-end': linesOf('┆.func┆ planted|LOAD_CONST 1|RETURN_VALUE'),
  'bad-import': ['.import ┆"no_such.bcasm"┆'],
  misplaced: ['.class Planted', '┆NOP┆', '.end', 'MAKE_CLASS Planted 0', 'RETURN_VALUE'],
  'stack-underflow': ['LOAD_CONST 1', '┆ADD┆', 'RETURN_VALUE'],
  'operand-types': ['LOAD_CONST "a"', 'LOAD_CONST 1', '┆SUB┆', 'RETURN_VALUE'],
  'division-by-zero': ['LOAD_CONST 1', 'LOAD_CONST 0', '┆DIV┆', 'RETURN_VALUE'],
  'stack-below-try': linesOf('LOAD_CONST 1|SETUP_TRY oops|┆POP_TOP┆|INPUT|POP_TRY|RETURN_VALUE|oops: RETURN_VALUE'),
  'pop-try-without-setup': ['┆POP_TRY┆', 'LOAD_CONST 1', 'RETURN_VALUE'],
  'stack-heights-differ': linesOf(
    'INPUT|JUMP_IF_FALSE join|LOAD_CONST 1|┆join┆: LOAD_CONST 2|PRINT|CALL_FUNC ValueError 0|RAISE',
  ),
  'runs-off-end': ['LOAD_CONST 1', '┆PRINT┆'],
  'unreachable-code': ['LOAD_CONST 1', 'RETURN_VALUE', '┆NOP', 'NOP┆'],
  'variable-never-assigned': ['LOAD_VAR ┆no_such_variable┆', 'RETURN_VALUE'],
  'variable-maybe-unassigned': linesOf(
    'INPUT|JUMP_IF_FALSE read|LOAD_CONST 1|STORE_VAR planted_variable|read: LOAD_VAR ┆planted_variable┆|RETURN_VALUE',
  ),
  'unused-label': ['┆unused┆: LOAD_CONST 1', 'RETURN_VALUE'],
  'unused-function': ['.func ┆unused┆', 'LOAD_CONST 1', 'RETURN_VALUE', '.end', 'LOAD_CONST 1', 'RETURN_VALUE'],
  'unused-variable': ['LOAD_CONST 1', 'STORE_VAR ┆planted_variable┆', 'LOAD_CONST 1', 'RETURN_VALUE'],
  'unused-constant': ['.const ┆UNUSED┆ 1', 'LOAD_CONST 1', 'RETURN_VALUE'],
  'unused-import': ['.import ┆"library.bcasm"┆'],
  'values-left-at-return': ['LOAD_CONST 1', 'LOAD_CONST 2', '┆RETURN_VALUE┆'],
  'endless-loop': ['again: NOP', '┆JUMP again┆'],
};

function linesOf(text: string): string[] {
  return text.split('|');
}

const PROGRAM_COUNT = 5;
const programs = translations(
  Array.from({ length: PROGRAM_COUNT }, (_, index) => randomPython(randomFrom(SEED * 7_000 + index))),
);

test.each(DIAGNOSTIC_KINDS)(
  `%s, planted into programs without mistakes, is found there and nothing else (seed ${SEED})`,
  kind => {
    for (const program of programs) {
      const { above, below } = planted(kind);
      const marked = [...above, program.trimEnd(), ...below].join('\n');
      const before = new Set(diagnosed(program).map(each => describe(each, above.length)));
      const isNew = (each: Diagnostic) => !before.has(describe(each));
      const found = diagnosed(marked.replaceAll('┆', ''));
      // What the mistake keeps from being checked may go, but nothing else may come.
      expect(
        found.filter(isNew).map(each => `${each.kind} ${placeOf(each)}`),
        marked,
      ).toEqual([`${kind} ${culpritIn(marked.split('\n'))}`]);
    }
  },
);

/** The lines above and below a program that make a mistake and call its function. */
function planted(kind: DiagnosticKind): { readonly above: readonly string[]; readonly below: readonly string[] } {
  const mistake = MISTAKES[kind];
  const call = ['CALL_FUNC planted 0', 'POP_TOP'];
  if (kind === 'bad-import' || kind === 'unused-import') return { above: mistake, below: [] };
  if (kind === 'missing-end') return { above: call, below: mistake };
  return { above: ['.func planted', ...mistake, '.end', ...call], below: [] };
}

function diagnosed(text: string): readonly Diagnostic[] {
  const files: Readonly<Record<string, string>> = {
    '/main.bcasm': text,
    '/library.bcasm': '.func of_library\nLOAD_CONST 1\nRETURN_VALUE\n.end\n',
  };
  const provider: SourceProvider = {
    read: file => (Object.hasOwn(files, file) ? { text: files[file] } : { error: 'no such file' }),
    resolve: path => `/${path}`,
  };
  return analyze('/main.bcasm', provider).diagnostics;
}

/** What is said and where, as it is with so many lines above it. */
function describe({ kind, span, message }: Diagnostic, offset = 0): string {
  return `${kind} ${span.start.line + offset} ${span.start.column} ${message}`;
}

function placeOf({ span: { start, end } }: Diagnostic): string {
  return `${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`;
}

function culpritIn(lines: readonly string[]): string {
  const places = lines.flatMap((line, index) =>
    [...line.matchAll(/┆/g)].map((mark, before) => `${index + 1}:${mark.index - before}`),
  );
  return places.join('-');
}
