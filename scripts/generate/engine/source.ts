/** A definition in the sources of the engine: `instruction('NAME', (a, b) => { … });` */
export interface Definition {
  readonly kind: 'instruction' | 'binary' | 'comparison';
  readonly name: string;
  readonly body: string;
}

/** A macro: a function whose calls are replaced by what it does. */
export interface Macro {
  readonly name: string;
  readonly parameters: readonly string[];
  /** An expression, or statements. */
  readonly body: string;
  readonly isExpression: boolean;
}

/** The definitions of a source file, in its order. */
export function definitionsIn(text: string): Definition[] {
  const found: Definition[] = [];
  for (const match of text.matchAll(/^(instruction|binary|comparison)\('(\w+)', \([^)]*\) => \{$/gm)) {
    const open = match.index + match[0].length - 1;
    const close = closingOf(text, open);
    found.push({
      kind: match[1] as Definition['kind'],
      name: match[2],
      body: withoutComments(text.slice(open + 1, close)),
    });
  }
  return found;
}

export function macrosIn(text: string): Macro[] {
  const found: Macro[] = [];
  for (const match of text.matchAll(/^export const (\w+) = \(([^)]*)\)[^=]*=>\s*([^;]+);$/gm)) {
    found.push({ name: match[1], parameters: parametersOf(match[2]), body: match[3].trim(), isExpression: true });
  }
  for (const match of text.matchAll(/^export function (\w+)\(([^)]*)\): void \{$/gm)) {
    const open = match.index + match[0].length - 1;
    const body = withoutComments(text.slice(open + 1, closingOf(text, open)));
    found.push({ name: match[1], parameters: parametersOf(match[2]), body, isExpression: false });
  }
  return found;
}

/** The text without its `import`s, and those as one list of names by module. */
export function importsIn(text: string): { readonly module: string; readonly names: readonly string[] }[] {
  return [...text.matchAll(/^import (type )?\{([^}]*)\} from '([^']+)';$/gm)].map(([, type, names, module]) => ({
    module,
    names: names
      .split(',')
      .map(name => name.trim())
      .filter(name => name !== '')
      .map(name => (type === undefined ? name : `type ${name}`)),
  }));
}

/** The place of the bracket that closes the one at `open`. */
export function closingOf(text: string, open: number): number {
  const pairs: Readonly<Record<string, string>> = { '(': ')', '{': '}', '[': ']' };
  const opening = text[open];
  const closing = pairs[opening];
  let depth = 0;
  for (let index = open; index < text.length; index++) {
    if (text[index] === opening) depth++;
    if (text[index] === closing && --depth === 0) return index;
  }
  throw new Error(`nothing closes the ${opening} in ${text.slice(open, open + 40)}`);
}

/** The arguments of a call whose parentheses are at these places. */
export function argumentsIn(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    if ('([{'.includes(text[index])) depth++;
    if (')]}'.includes(text[index])) depth--;
    if (text[index] === ',' && depth === 0) {
      found.push(text.slice(start, index).trim());
      start = index + 1;
    }
  }
  const last = text.slice(start).trim();
  return last === '' ? found : [...found, last];
}

function parametersOf(list: string): string[] {
  return list.split(',').flatMap(parameter => (parameter.trim() === '' ? [] : [parameter.split(':')[0].trim()]));
}

function withoutComments(text: string): string {
  return text.replaceAll(/^\s*\/\/.*\n/gm, '');
}
