/**
 * The catalogue of diagnostics: one entry a kind, with its stable code, severity, message and explanation. `BC1xx` are
 * assembly errors, which keep a program from running; `BC2xx` are findings of the verifier, which do not.
 */

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** What editors may fade or strike: code that cannot run, or a name that nothing uses. */
export type DiagnosticTag = 'unnecessary';

interface Entry<P> {
  readonly code: `BC${number}`;
  readonly severity: Severity;
  readonly tag?: DiagnosticTag;
  readonly message: (parameters: P) => string;
  /** For the reference: why it is said, and what to do. Markdown. */
  readonly explanation: string;
}

export const CATALOGUE = {
  // BC1xx: assembly errors
  syntax: error<{ expected: string; found: string }>(
    'BC101',
    p => `expected ${p.expected}, found ${p.found}`,
    'The text is not of the form `[label:]... [instruction or directive] [comment]`, or a literal is not written as Python would. The rest of the file is read all the same.',
  ),
  'unknown-opcode': error<{ word: string; suggestion?: string }>(
    'BC102',
    p => `unknown instruction \`${p.word}\`${didYouMean(p.suggestion)}`,
    'No instruction has this name. Names may be written in any letter case.',
  ),
  'unknown-directive': error<{ word: string; suggestion?: string }>(
    'BC103',
    p => `unknown directive \`${p.word}\`${didYouMean(p.suggestion)}`,
    'No directive has this name. Directives begin with a dot.',
  ),
  'operand-count': error<{ word: string; expected: string; found: number }>(
    'BC104',
    p => `\`${p.word}\` takes ${p.expected}, found ${p.found}`,
    'The instruction or directive was given too few or too many operands.',
  ),
  'operand-kind': error<{ expected: string; found: string }>(
    'BC105',
    p => `expected ${p.expected}, found ${p.found}`,
    'The operand is of another kind than this place takes.',
  ),
  'unknown-label': error<{ name: string; where: string; suggestion?: string }>(
    'BC106',
    p => `no label \`${p.name}\` in ${p.where}${didYouMean(p.suggestion)}`,
    'A jump names a label of the same function, or of main: labels of other functions cannot be reached.',
  ),
  'unknown-function': error<{ name: string; suggestion?: string; isBuiltIn?: boolean }>(
    'BC107',
    p =>
      p.isBuiltIn === true
        ? `expected a function of the program, found the built-in \`${p.name}\`: \`LOAD_VAR ${p.name}\` pushes it`
        : `no function \`${p.name}\` in scope, and no built-in of that name${didYouMean(p.suggestion)}`,
    'The operand names neither a function that is visible here nor a built-in. A function is visible in the whole scope that its `.func` stands in.',
  ),
  'unknown-class': error<{ name: string; suggestion?: string }>(
    'BC108',
    p => `no class \`${p.name}\` in scope${didYouMean(p.suggestion)}`,
    'The operand names no class that is visible here.',
  ),
  'unknown-constant': error<{ name: string; suggestion?: string; later?: boolean }>(
    'BC109',
    p =>
      p.later === true
        ? `the constant \`${p.name}\` is defined below: a constant is usable from its line on`
        : `no constant \`${p.name}\`${didYouMean(p.suggestion)}`,
    'A constant operand is a literal or the name of a `.const` of an earlier line.',
  ),
  'unknown-variable': error<{ name: string; suggestion?: string }>(
    'BC110',
    p => `no enclosing function has a variable \`${p.name}\`${didYouMean(p.suggestion)}`,
    '`.nonlocal` names a variable of the nearest enclosing function in which that name is local.',
  ),
  'bad-jump-index': error<{ found: string; where: string; greatest: number }>(
    'BC111',
    p => `expected an instruction index from 0 to ${p.greatest} in ${p.where}, found ${p.found}`,
    'A jump by number names the 0-based index of an instruction of the same function. In main the index one past the last instruction is the implicit `HALT`.',
  ),
  'duplicate-label': error<{ name: string; where: string }>(
    'BC112',
    p => `a label \`${p.name}\` is in ${p.where} already`,
    'Each label of a function has a name of its own.',
  ),
  'duplicate-function': error<{ name: string }>(
    'BC113',
    p => `a function or class \`${p.name}\` is in this scope already`,
    'Functions and classes share one namespace in each scope.',
  ),
  'duplicate-class': error<{ name: string }>(
    'BC114',
    p => `a function or class \`${p.name}\` is in this scope already`,
    'Functions and classes share one namespace in each scope.',
  ),
  'duplicate-constant': error<{ name: string }>(
    'BC115',
    p => `a constant \`${p.name}\` is defined already`,
    'A constant is defined once in a file.',
  ),
  'duplicate-parameter': error<{ name: string }>(
    'BC116',
    p => `\`${p.name}\` is given twice`,
    'Each parameter, and each argument passed by name, is named once.',
  ),
  'argument-count': error<{ message: string }>(
    'BC117',
    p => p.message,
    'The arguments of a call do not fit the parameters of the function that it names.',
  ),
  'missing-end': error<{ directive: string; name: string }>(
    'BC118',
    p => `\`${p.directive} ${p.name}\` has no \`.end\``,
    'Each `.func` and `.class` is closed by an `.end` of its own.',
  ),
  'bad-import': error<{ path: string; reason: string }>(
    'BC119',
    p => `cannot import "${p.path}": ${p.reason}`,
    'The file cannot be read, has errors of its own, or imports itself through others.',
  ),
  misplaced: error<{ word: string; reason: string }>(
    'BC120',
    p => `\`${p.word}\` ${p.reason}`,
    'The instruction, directive or label may not stand here.',
  ),

  // BC2xx: findings
  'stack-underflow': finding<{ word: string; needs: number; has: number; always: boolean; path?: string }>(
    'BC201',
    'warning',
    p =>
      `\`${p.word}\` takes ${values(p.needs)}, but ${p.always ? '' : 'on some path '}${thereIs(p.has)}${p.path === undefined ? '' : ` (${p.path})`}`,
    'The operand stack of this function holds fewer values than the instruction takes. Running it ends in the fatal `StackUnderflow`.',
  ),
  'operand-types': finding<{ message: string }>(
    'BC202',
    'warning',
    p => p.message,
    'The instruction fails on every path, whatever the values are: it raises a `TypeError` for the kinds of values that it gets.',
  ),
  'division-by-zero': finding<{ word: string }>(
    'BC203',
    'warning',
    p => `\`${p.word}\` divides by the constant zero`,
    'The divisor is zero on every path: the instruction raises `ZeroDivisionError`.',
  ),
  'stack-below-try': finding<{ word: string }>(
    'BC204',
    'warning',
    p => `\`${p.word}\` takes values from below the height that its \`SETUP_TRY\` saw`,
    'While a handler is in force, the stack may not sink below its height at `SETUP_TRY`: an error would be the fatal `StackUnderflow`. Push such values inside the try, or take them before.',
  ),
  'pop-try-without-setup': finding<{ always: boolean }>(
    'BC205',
    'warning',
    p => `\`POP_TRY\` without a handler to remove${p.always ? '' : ' on some path'}`,
    'No `SETUP_TRY` of this function is in force here: it was removed already, an error has gone to its handler, or a path leads past it. Running it ends in the fatal `StackUnderflow`.',
  ),
  'stack-heights-differ': finding<{ name: string; heights: string }>(
    'BC206',
    'warning',
    p => `\`${p.name}\` is reached with different numbers of values on the stack: ${p.heights}`,
    'Where paths meet, the stack should have one height; otherwise what follows finds its values in different places.',
  ),
  'runs-off-end': finding<{ where: string }>(
    'BC207',
    'warning',
    p => `${p.where} can run off its end: expected \`RETURN_VALUE\`, a tail call, \`HALT\` or a jump`,
    'Behind the last instruction of a function there is nothing: running there ends in the fatal `InvalidJumpTarget`.',
  ),
  'unreachable-code': finding<Record<never, never>>(
    'BC208',
    'hint',
    () => 'this code is never reached',
    'No path leads here.',
    'unnecessary',
  ),
  'variable-never-assigned': finding<{ name: string; isLocal?: boolean; suggestion?: string }>(
    'BC209',
    'warning',
    p => `${p.isLocal === true ? 'the local ' : ''}\`${p.name}\` is never assigned${didYouMean(p.suggestion)}`,
    'Nothing in the program stores this variable, and it is no built-in: reading it raises `NameError`. `LOAD_LOCAL` reads variables that the function itself stores, and no others.',
  ),
  'variable-maybe-unassigned': finding<{ name: string; always: boolean }>(
    'BC210',
    'warning',
    p => `\`${p.name}\` ${p.always ? 'is' : 'may be'} unassigned here`,
    'On some path from the start, or on every one, no value has been stored in the variable, or it has been deleted since.',
  ),
  'unused-label': finding<{ name: string }>(
    'BC211',
    'hint',
    p => `the label \`${p.name}\` is never used`,
    'No jump names this label.',
    'unnecessary',
  ),
  'unused-function': finding<{ name: string }>(
    'BC212',
    'hint',
    p => `the function \`${p.name}\` is never used`,
    'No call and no `MAKE_FUNC` names this function.',
    'unnecessary',
  ),
  'unused-variable': finding<{ name: string }>(
    'BC213',
    'hint',
    p => `the variable \`${p.name}\` is never read`,
    'The variable is stored, but nothing loads it.',
    'unnecessary',
  ),
  'unused-constant': finding<{ name: string }>(
    'BC214',
    'hint',
    p => `the constant \`${p.name}\` is never used`,
    'No operand names this constant.',
    'unnecessary',
  ),
  'unused-import': finding<{ path: string }>(
    'BC215',
    'hint',
    p => `nothing of "${p.path}" is used`,
    'No function, class or constant of the imported file is named here.',
    'unnecessary',
  ),
  'values-left-at-return': finding<{ word: string; count: number }>(
    'BC216',
    'hint',
    p => `\`${p.word}\` leaves ${values(p.count)} on the stack behind`,
    'The frame is discarded with values on its stack besides the result. Iterators of loops that are being left do not count.',
  ),
  'endless-loop': finding<Record<never, never>>(
    'BC217',
    'warning',
    () => 'this loop never ends',
    'No jump leads out of the loop, and nothing in it returns, halts, raises or yields, or can fail inside a try.',
  ),
} as const;

export type DiagnosticKind = keyof typeof CATALOGUE;
export type DiagnosticCode = `BC${number}`;
export type MessageParameters<K extends DiagnosticKind> = Parameters<(typeof CATALOGUE)[K]['message']>[0];

/** The kind that has a code, or `undefined`. */
export function kindOfCode(code: string): DiagnosticKind | undefined {
  return DIAGNOSTIC_KINDS.find(kind => CATALOGUE[kind].code === code);
}

/** Every kind, in the order of the codes. */
export const DIAGNOSTIC_KINDS = Object.keys(CATALOGUE) as readonly DiagnosticKind[];

/** Whether diagnostics of this kind keep the program from being assembled. */
export function isAssemblyError(kind: DiagnosticKind): boolean {
  return CATALOGUE[kind].code.startsWith('BC1');
}

function error<P>(code: DiagnosticCode, message: (parameters: P) => string, explanation: string): Entry<P> {
  return { code, severity: 'error', message, explanation };
}

function finding<P>(
  code: DiagnosticCode,
  severity: Severity,
  message: (parameters: P) => string,
  explanation: string,
  tag?: DiagnosticTag,
): Entry<P> {
  return { code, severity, message, explanation, tag };
}

function didYouMean(suggestion: string | undefined): string {
  return suggestion === undefined ? '' : `; did you mean \`${suggestion}\`?`;
}

function thereIs(count: number): string {
  if (count === 0) return 'there is none';
  return count === 1 ? 'there is only 1' : `there are only ${count}`;
}

function values(count: number): string {
  return count === 1 ? '1 value' : `${count} values`;
}
