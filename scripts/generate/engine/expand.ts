import { argumentsIn, closingOf, type Macro } from './source.ts';

/** What stands in the place of a call, given its arguments. */
export type Replacement = (args: readonly string[]) => string;

/** Replaces calls of macros in a body, until none is left, and then those of verbs (as statements), which macros may have as well. */
export function expand(body: string, verbs: ReadonlyMap<string, Replacement>, macros: readonly Macro[]): string {
  let text = body;
  for (let hasChanged = true; hasChanged;) {
    const before = text;
    for (const macro of macros) {
      text = replaceCalls(text, macro.name, !macro.isExpression, args => applyMacro(macro, args));
    }
    hasChanged = text !== before;
  }
  for (const [name, replacement] of verbs) text = replaceCalls(text, name, true, replacement);
  return text;
}

/** Replaces a name wherever it stands as a word of its own. */
export function substitute(text: string, name: string, by: string): string {
  return text.replaceAll(new RegExp(`(?<![\\w.])${name}(?!\\w)`, 'g'), () => by);
}

function applyMacro({ parameters, body, isExpression }: Macro, args: readonly string[]): string {
  let text = body;
  // In two rounds, because an argument may have the name of another parameter.
  for (const [index, parameter] of parameters.entries()) text = substitute(text, parameter, `\u0000${index}\u0000`);
  for (const [index, argument] of args.entries()) text = text.replaceAll(`\u0000${index}\u0000`, () => argument);
  return isExpression ? `(${text})` : `{${text}}`;
}

function replaceCalls(text: string, name: string, isStatement: boolean, replacement: Replacement): string {
  const call = new RegExp(`(?<![\\w.])${name}\\(`, 'g');
  let result = '';
  let at = 0;
  for (let match = call.exec(text); match !== null; match = call.exec(text)) {
    const open = match.index + name.length;
    const close = closingOf(text, open);
    result += text.slice(at, match.index) + replacement(argumentsIn(text.slice(open + 1, close)));
    at = close + 1;
    if (isStatement && text[at] === ';') at++;
    call.lastIndex = at;
  }
  return result + text.slice(at);
}
