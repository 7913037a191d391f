import { Tag } from '../../../vm/runtime/fast/slots.ts';
import { expand, substitute, type Replacement } from './expand.ts';
import { FINISH, type Fusion, type OperandSource } from './fusions.ts';
import type { Ends } from './ends.ts';
import type { Definition, Macro } from './source.ts';

/** What is done of an instruction that its body does not end. */
const OTHERWISE = 'perform(operate);';

/** The case of an instruction on its own, its operands on the stack. */
export function formOf({ kind, body, parameters }: Definition, macros: readonly Macro[], ends: Ends): string {
  if (kind === 'instruction') return withOperand(expand(body, verbs(ends, 'pc += 2;', 2), macros), 'CODE[pc + 1]');
  if (kind === 'unary') {
    const text = `const left = sp - 1;\n${withNames(body, parameters, ['left', 'left'])}\n${OTHERWISE}`;
    return withOperand(expand(text, verbs(ends, 'pc += 2;', 2), macros), 'CODE[pc + 1]');
  }
  const operands = /\b(left|right)\b/.test(body) ? 'const right = sp - 1; const left = sp - 2;' : '';
  const text = `${operands}\n${body}\n${OTHERWISE}`;
  const words = verbs(ends, 'sp--; pc += 2;', 2);
  if (kind === 'binary') return substitute(expand(text, words, macros), 'result', 'left');
  words.set(
    'decide',
    ([answer]) => `{ NUMBERS[left] = ${answer} ? 1 : 0; TAGS[left] = ${Tag.Bool}; sp--; pc += 2; ${ends.next} }`,
  );
  return expand(text, words, macros);
}

/** The case of a sequence that has a source of its own. */
export function sequenceFormOf({ body, words }: Definition, macros: readonly Macro[], ends: Ends): string {
  const length = 2 * words.length;
  const text = expand(
    body,
    verbs(ends, `pc += ${length};`, length)
      .set('goOn', () => `{ pc += 2; ${ends.next} }`)
      .set('performAll', ([work]) => `{ ${ends.perform(work, length)} }`),
    macros,
  );
  return ['operand', 'second', 'third', 'fourth'].reduce(
    (result, name, index) => substitute(result, name, `CODE[pc + ${2 * index + 1}]`),
    text,
  );
}

/**
 * The case of several instructions that are done as one. Where the body does not end it, the operands are pushed, and the operator
 * is left to its own word.
 */
export function fusedFormOf(
  { kind, body, parameters }: Definition,
  fusion: Fusion,
  macros: readonly Macro[],
  ends: Ends,
): string {
  const layout = layoutOf(fusion);
  const head = `const left = ${layout.left};${layout.right === '' ? '' : ` const right = ${layout.right};`}`;
  const fallBack = expand(fallBackOf(fusion, layout, ends), verbs(ends, '', 2), macros);
  if (kind === 'unary') {
    const done = `${heightChange(fusion.finish === 'nothing' ? 1 : 0, layout)} pc += ${layout.length};`;
    const words = wordsOf(ends, done, layout);
    const text = expand(withNames(body, parameters, ['left', 'result']), words, macros);
    return `const left = ${layout.left}; const result = ${layout.result};\n${withOperand(text, `CODE[pc + ${layout.operatorAt + 1}]`)}\n${fallBack}`;
  }
  if (kind === 'binary') {
    const done = `${heightChange(fusion.finish === 'nothing' ? 1 : 0, layout)} pc += ${layout.length};`;
    const words = wordsOf(ends, done, layout);
    return `${head} const result = ${layout.result};\n${expand(body, words, macros)}\n${fallBack}`;
  }
  const jump = `jumpOrPause(CODE[pc + ${layout.length - 1}]);`;
  const decide: Replacement = ([answer]) =>
    `{ ${heightChange(0, layout)} if (${fusion.finish === 'jump-if-false' ? answer : `!(${answer})`}) { pc += ${layout.length}; ${ends.next} } ${expand(jump, verbs(ends, '', layout.length), macros)} }`;
  const words = wordsOf(ends, '', layout);
  words.set('decide', decide);
  return `${head}\n${expand(body, words, macros)}\n${fallBack}`;
}

/** Where the parts of a fusion are. */
interface Layout {
  readonly left: string;
  readonly right: string;
  readonly result: string;
  /** Words before the operator, and of all. */
  readonly operatorAt: number;
  readonly length: number;
  readonly operandsOnStack: number;
}

function layoutOf({ left, right, finish }: Fusion): Layout {
  const operandsOnStack = [left, right].filter(each => each === 'stack').length;
  let operatorAt = 0;
  const areKept = left === 'kept';
  if (areKept) operatorAt = 2;
  const placeOf = (source: OperandSource, depth: number): string => {
    if (source === 'stack' || source === 'kept') return `sp - ${depth}`;
    operatorAt += 2;
    const operand = `CODE[pc + ${operatorAt - 1}]`;
    return source === 'local' ? `fp + ${operand}` : operand;
  };
  const leftPlace = placeOf(left, areKept ? (right === 'none' ? 1 : 2) : operandsOnStack);
  const rightPlace = right === 'none' ? '' : placeOf(right, 1);
  const length = operatorAt + 2 + 2 * FINISH[finish].length;
  const onStack = left === 'stack' ? 'left' : 'sp';
  const result = finish === 'store-local' ? `fp + CODE[pc + ${length - 1}]` : onStack;
  return { left: leftPlace, right: rightPlace, result, operatorAt, length, operandsOnStack };
}

function fallBackOf({ left, right }: Fusion, { operatorAt }: Layout, ends: Ends): string {
  if (left === 'stack' && (right === 'stack' || right === 'none')) return OTHERWISE;
  const pushed = [left === 'stack' ? '' : 'left', right === 'stack' || right === 'none' ? '' : 'right'].filter(
    name => name !== '',
  );
  const unbound = pushed.map(name => `TAGS[${name}] === ${Tag.Unbound}`).join(' || ');
  const pushes = pushed.map(name => `push(sp, ${name}); sp++;`).join(' ');
  return `if (${unbound}) leave();\n${pushes} pc += ${operatorAt}; ${ends.next}`;
}

/** What the words of a body stand for. What it lets a function do needs the operands on the stack, and the operator at `pc`. */
function wordsOf(ends: Ends, done: string, { operatorAt, length }: Layout): Map<string, Replacement> {
  const words = verbs(ends, done, length);
  if (operatorAt > 0) words.set('perform', () => '');
  return words;
}

/** Leaves `kept` values where those were that the fusion has taken from the stack. */
function heightChange(kept: number, { operandsOnStack }: Layout): string {
  const change = kept - operandsOnStack;
  if (change === 0) return '';
  return change > 0 ? `sp += ${change};` : `sp -= ${-change};`;
}

/** What the words of `vocabulary.d.ts` stand for, in an instruction of `length` words that is over with `done`. */
function verbs(ends: Ends, done: string, length: number): Map<string, Replacement> {
  return new Map<string, Replacement>([
    ['next', () => `{ ${done} ${ends.next} }`],
    ['become', ([name]) => `{ ${ends.become(wordNamed(name), false)} }`],
    ['fuseAs', ([name]) => `{ ${ends.become(wordNamed(name), true)} }`],
    ['leave', () => `{ ${ends.leave} }`],
    ['jumpOrPause', ([target]) => `{ ${ends.jump(target, length)} }`],
    ['popAndJump', () => `{ ${ends.popAndJump(length)} }`],
    ['leaveLoop', () => `{ ${ends.popAndJump(2)} }`],
    ['resumeAt', ([target]) => `{ ${ends.jump(target, 0)} }`],
    ['perform', ([work]) => `{ ${ends.perform(work, 2)} }`],
    ['byStep', () => `{ ${ends.byStep} }`],
    ['performRarely', ([work]) => `{ ${ends.performRarely(work)} }`],
  ]);
}

/** The number of a word, given its name in quotation marks; `index.ts` puts it there. */
function wordNamed(name: string): string {
  return `Word.${name.slice(1, -1)}`;
}

/** Calls the operands of a body by other names. */
function withNames(body: string, parameters: readonly string[], names: readonly string[]): string {
  return parameters.reduce((text, parameter, index) => substitute(text, parameter, names[index]), body);
}

function withOperand(text: string, operand: string): string {
  return substitute(text, 'operand', operand);
}
