import { expect, test } from 'vitest';
import { lineOfPlace, linesWithInstructions, locateBreakpoint } from '../../vm/index.ts';
import { assembleMarked, FILE, type MarkedProgram } from './marked-program.ts';

const NESTED = `; a comment                      ┆top
.import "other.bcasm"                            ┆import

.const LIMIT 3                                   ┆constant
first:                                           ┆label
second: third: LOAD_CONST 1                      ┆labelled
        POP_TOP                                  ┆main
.func outer                                      ┆outer
        ; nothing here                           ┆comment
        LOAD_CONST 1                             ┆outerFirst
.func inner                                      ┆inner
                                                 ┆blank
        LOAD_CONST 2                             ┆innerFirst
        RETURN_VALUE
; behind                                         ┆innerBehind
.end                                             ┆innerEnd
                                                 ┆between
        RETURN_VALUE                             ┆outerLast
.end                                             ┆outerEnd
                                                 ┆gap
        NOP                                      ┆last
; the end                                        ┆bottom
`;

const OTHER = `
        NOP                                      ┆otherMain
.func helper                                     ┆helper
        LOAD_CONST None                          ┆helperFirst
        RETURN_VALUE
.end
`;

const marked = assembleMarked(NESTED, { 'other.bcasm': OTHER });

test.each([
  ['an instruction', 'main', 'main'],
  ['a line with labels and an instruction', 'labelled', 'labelled'],
  ['a label', 'label', 'labelled'],
  ['a comment', 'top', 'labelled'],
  ['an import', 'import', 'labelled'],
  ['a directive', 'constant', 'labelled'],
  ['the line of .func', 'outer', 'outerFirst'],
  ['a comment in a function', 'comment', 'outerFirst'],
  ['the line of a nested .func', 'inner', 'innerFirst'],
  ['a blank line in a nested function', 'blank', 'innerFirst'],
  ['a line behind a nested function', 'between', 'outerLast'],
  ['a blank line of main behind a function', 'gap', 'last'],
])('a breakpoint on %s moves to the next instruction of its function', (_, asked, expected) => {
  expect(locate(marked, asked)).toEqual({ kind: 'found', place: marked.place[expected], line: marked.line[expected] });
});

test.each([
  ['innerBehind', 'no instruction follows in function `inner`'],
  ['innerEnd', 'no instruction follows in function `inner`'],
  ['outerEnd', 'no instruction follows in function `outer`'],
  ['bottom', 'no instruction follows in the main program'],
])('a breakpoint behind the last instruction, on %s, says why it cannot stand', (asked, reason) => {
  expect(locate(marked, asked)).toEqual({ kind: 'none', reason });
});

test('an imported file has its functions in the program, and not its main code', () => {
  expect(locate(marked, 'helper', 'other.bcasm')).toMatchObject({ place: marked.place.helperFirst });
  expect(locate(marked, 'otherMain', 'other.bcasm')).toEqual({
    kind: 'none',
    reason: 'the main code of an imported file does not run',
  });
});

test('a file that is not in the program has no places, nor has a line outside of it', () => {
  expect(locateBreakpoint(marked.program, 'strange.bcasm', 0)).toMatchObject({ kind: 'none' });
  expect(locateBreakpoint(marked.program, FILE, 10_000)).toMatchObject({ kind: 'none' });
  expect(locateBreakpoint(marked.program, FILE, -1)).toMatchObject({ kind: 'found' });
});

test('where breakpoints can stand, they stay', () => {
  const lines = linesWithInstructions(marked.program, FILE, 0, 1000);
  expect(lines).toContain(marked.line.labelled);
  expect(lines).toEqual(lines.toSorted((a, b) => a - b));
  for (const line of lines) {
    const location = locateBreakpoint(marked.program, FILE, line);
    expect(location).toMatchObject({ kind: 'found', line });
    if (location.kind === 'found') expect(lineOfPlace(marked.program, location.place)).toEqual({ file: FILE, line });
  }
  expect(linesWithInstructions(marked.program, FILE, marked.line.inner, marked.line.innerFirst)).toEqual([
    marked.line.innerFirst,
  ]);
});

function locate({ program, line }: MarkedProgram, mark: string, file = FILE): ReturnType<typeof locateBreakpoint> {
  return locateBreakpoint(program, file, line[mark]);
}
