import { Register, Way } from '../../../vm/runtime/fast/registers.ts';
import { indent, type Body } from './body.ts';
import { SAVE } from './ends.ts';

/** A function for each word, and the list of them all. */
export function steps(bodies: readonly Body[]): string {
  return [
    '/** Does an instruction: given its `pc`, it answers with that of the next one, or with a `Way`. The other registers are in `REGISTERS`. */',
    'type Step = (pc: number) => number;',
    '',
    ...bodies.map(functionOf),
    '/** By word. */',
    'export const STEPS: readonly Step[] = [',
    `  () => ${Way.leave},`,
    ...bodies.map(({ name }) => `  ${nameOf(name)},`),
    '];',
  ].join('\n');
}

function functionOf({ name, text }: Body): string {
  const used = PARTS.filter(part => mentions(text, part.name));
  const head = used.map(part => `${changes(text, part.name) ? 'let' : 'const'} ${part.name} = ${part.source};`);
  const written = used.filter(part => changes(text, part.name)).map(part => `${part.source} = ${part.name}; `);
  const body = [...head, text.replaceAll(SAVE, written.join(''))].join('\n');
  return `function ${nameOf(name)}(${mentions(body, 'pc') ? 'pc' : '_pc'}: number): number {\n${indent(body, 2)}\n}\n`;
}

/** What the bodies have names for, beside `pc`. */
const PARTS = [
  { name: 'sp', source: `REGISTERS[${Register.sp}]` },
  { name: 'fp', source: `REGISTERS[${Register.fp}]` },
  { name: 'calls', source: `REGISTERS[${Register.calls}]` },
  { name: 'globals', source: 'limits.globals' },
  { name: 'epoch', source: 'limits.epoch' },
  { name: 'sites', source: 'learned.sites' },
];

function mentions(text: string, name: string): boolean {
  return new RegExp(`(?<![\\w.])${name}(?!\\w)`).test(text);
}

function changes(text: string, name: string): boolean {
  return new RegExp(`(?<![\\w.])${name}(\\+\\+|--| [+-]?= )`).test(text);
}

/** `LOAD_LOCAL` is done by `doLoadLocal`. */
function nameOf(word: string): string {
  return `do_${word.toLowerCase()}`.replaceAll(/_(\w)/g, (_match, letter: string) => letter.toUpperCase());
}
