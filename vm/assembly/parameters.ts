import { TokenKind, type SyntaxTree } from '../syntax/index.ts';
import type { ScopeParameter } from './module.ts';
import { describeToken, isLiteral } from './tokens.ts';

/** Something wrong with the parameters: at a token, what was expected there and what was found. */
export interface ParameterFault {
  readonly token: number;
  readonly expected: string;
  readonly found: string;
}

/**
 * Reads the parameters of a `.func`: `a`, `a=1` (behind it only ones with a default), `*rest` or a bare `*`, then
 * keyword-only ones, `**named` last. `a=1`, `*rest` and `**named` are written without blanks.
 */
export function readParameters(
  tree: SyntaxTree,
  from: number,
  to: number,
): { parameters: ScopeParameter[]; faults: ParameterFault[] } {
  const parameters: ScopeParameter[] = [];
  const faults: ParameterFault[] = [];
  let star = -1;
  let hasDefault = false;
  let token = from;
  while (token < to) {
    const kind = tree.tokenKinds[token];
    const first = token;
    const isLast = parameters.at(-1)?.kind === 'named';
    if (isLast) faults.push({ token, expected: 'nothing behind `**`', found: describeToken(tree, token) });
    if (kind === TokenKind.Star || kind === TokenKind.StarStar) {
      token++;
      const hasName = token < to && tree.tokenKinds[token] === TokenKind.Name && touches(tree, token);
      if (kind === TokenKind.Star && star >= 0)
        faults.push({ token: first, expected: 'only one `*`', found: 'another' });
      if (kind === TokenKind.StarStar && !hasName)
        faults.push({ token: first, expected: 'a name behind `**`', found: found(tree, token, to) });
      if (kind === TokenKind.Star) star = first;
      if (hasName) {
        parameters.push(parameter(tree, token, kind === TokenKind.Star ? 'rest' : 'named'));
        token++;
      }
    } else if (kind === TokenKind.Name) {
      const written = parameter(tree, token, star >= 0 ? 'keyword-only' : 'plain');
      token++;
      const hasEquals = token < to && tree.tokenKinds[token] === TokenKind.Equals && touches(tree, token);
      if (!hasEquals) {
        if (star < 0 && hasDefault)
          faults.push({
            token: first,
            expected: 'a parameter with a default behind one that has it',
            found: describeToken(tree, first),
          });
        parameters.push(written);
        continue;
      }
      hasDefault ||= star < 0;
      token++;
      const isValue =
        token < to &&
        touches(tree, token) &&
        (isLiteral(tree.tokenKinds[token]) || tree.tokenKinds[token] === TokenKind.Name);
      if (!isValue) {
        faults.push({
          token: token - 1,
          expected: 'a literal or a constant right behind `=`',
          found: found(tree, token, to),
        });
        parameters.push(written);
        continue;
      }
      parameters.push({ ...written, defaultText: describeDefault(tree, token), defaultToken: token });
      token++;
    } else {
      faults.push({ token, expected: 'a parameter name', found: describeToken(tree, token) });
      token++;
    }
  }
  const isBare = star >= 0 && !parameters.some(each => each.kind === 'rest');
  if (isBare && !parameters.some(each => each.kind === 'keyword-only')) {
    faults.push({ token: star, expected: 'a keyword-only parameter behind the bare `*`', found: 'none' });
  }
  return { parameters, faults };
}

function parameter(tree: SyntaxTree, token: number, kind: ScopeParameter['kind']): ScopeParameter {
  return {
    name: tree.text.slice(tree.tokenStarts[token], tree.tokenEnds[token]).normalize('NFKC'),
    kind,
    token,
    defaultToken: -1,
  };
}

function touches(tree: SyntaxTree, token: number): boolean {
  return tree.tokenStarts[token] === tree.tokenEnds[token - 1];
}

function found(tree: SyntaxTree, token: number, to: number): string {
  return token < to ? describeToken(tree, token) : 'nothing';
}

function describeDefault(tree: SyntaxTree, token: number): string {
  return tree.text.slice(tree.tokenStarts[token], tree.tokenEnds[token]);
}
