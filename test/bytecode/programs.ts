import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { isAssemblyError, type Program } from '../../vm/index.ts';
import { ROOT } from '../support/bundled-cli.ts';
import { analyzeText } from '../support/run-program.ts';

/** The programs of the tests and the examples, by their files. */
export const PROGRAM_FILES: readonly string[] = ['examples', 'test/programs', 'test/programs/imported'].flatMap(
  folder =>
    readdirSync(path.join(ROOT, folder))
      .filter(name => name.endsWith('.bcasm'))
      .map(name => path.posix.join(folder, name)),
);

export function programOfFile(file: string): Program {
  return programOf(readFileSync(path.join(ROOT, file), 'utf8'), path.join(ROOT, file));
}

/** The program of a text, which has to assemble. */
export function programOf(text: string, file = 'program.bcasm'): Program {
  const { program, modules } = analyzeText(text, file);
  if (program === null) {
    const errors = modules.flatMap(({ diagnostics }) =>
      diagnostics
        .filter(({ kind }) => isAssemblyError(kind))
        .map(({ message, span }) => `${span.start.line + 1}: ${message}`),
    );
    throw new Error(`it does not assemble:\n${errors.join('\n')}\n${text}`);
  }
  return program;
}

/** A program with everything that the format can say. */
export const EVERYTHING = `
.source "lib/a.py"
.line 3
.const BIG 0x1_0000_0000_0000_0000_0000
.class Shape
.name "<shape>"
.line 5
.func __init__ self a b=1 *rest c d="x\\ud800y" **named
        LOAD_VAR self
        LOAD_SUPER __init__
        CALL 0
        RETURN_VALUE
.line 7
.end
.func area self
.class Inner
.func area self
        LOAD_VAR self
        LOAD_SUPER area
        MAKE_CLASS Inner 0
        POP_TOP
        RETURN_VALUE
.end
.end
        MAKE_CLASS Inner 0
        MAKE_CLASS Shape 0
        LOAD_VAR self
        LOAD_SUPER area
        RETURN_VALUE
.end
.end
.class Empty
.end
.func outer x y=-1.5 * z=None
.name "outer <1>"
.class Local
.end
.func inner
.nonlocal x total
.global count
.source "b.py"
.line 2147483647
        LOAD_VAR x
        STORE_VAR total
        LOAD_CONST BIG
        STORE_VAR count
        DELETE_VAR count
        LOAD_LOCAL nowhere
        LOAD_LOCAL x
        JUMP end
end:    also:
.end
.func handed_on
.func x
        CALL_FUNC inner 0
        RETURN_VALUE
.end
        CALL_FUNC x 0
        TAIL_CALL_FUNC len 1
.end
        LOAD_CONST 0
        STORE_VAR total
.class Middle
.func m self
.nonlocal y
        LOAD_VAR y
        MAKE_FUNC inner
        YIELD
        RETURN_VALUE
.end
.end
        LOAD_CONST nan
        LOAD_CONST -0.0
        LOAD_CONST inf
        LOAD_CONST -9007199254740993
        LOAD_CONST 1e300
        LOAD_CONST "\\U0001f600\\n\\x00"
        MAKE_CLASS Middle 0
        MAKE_FUNC handed_on
        TAIL_CALL 3
.end
.func twin
.name "same"
        RETURN_VALUE
.end
.func same
        CALL_FUNC twin 0
        RETURN_VALUE
.end
.func lenient
.name "len"
        RETURN_VALUE
.end
again:  LOAD_CONST True
        JUMP_IF_FALSE again
        LOAD_CONST False
        JUMP_IF_TRUE 0
        SETUP_TRY finish
        MAKE_FUNC outer 2
        CALL 2 x z
        CALL_FUNC outer 2 x z
        CALL_FUNC print 1 end
        CALL_FUNC lenient 0
        CALL_METHOD split 1 sep
        BUILD_LIST 3
        UNPACK 2
        LOAD_ATTR größe
        STORE_ATTR größe
        ASSERT
        ASSERT "message"
        STORE_GLOBAL count
        LOAD_GLOBAL count
.line 0
finish:
`;
