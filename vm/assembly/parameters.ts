import { TokenKind, tokenText, type SyntaxTree } from '../syntax/index.ts';
import type { ScopeParameter } from './module.ts';
import { describeToken, isLiteral, tokenName } from './tokens.ts';

/** Something wrong with the parameters: at a token, what was expected there and what was found. */
export interface ParameterFault {
  readonly token: number;
  readonly expected: string;
  readonly found: string;
}

/**
 * Reads the parameters of a `.func`, the tokens from `from` to `to`: `a`, `a=1` (behind it only ones with a default), `*rest` or
 * a bare `*`, then keyword-only ones, `**named` last. `a=1`, `*rest` and `**named` are written without blanks.
 */
export function readParameters(
  tree: SyntaxTree,
  from: number,
  to: number,
): { readonly parameters: readonly ScopeParameter[]; readonly faults: readonly ParameterFault[] } {
  const reader = new ParameterReader(tree, from, to);
  reader.read();
  return reader;
}

type OpenParameter = { -readonly [K in keyof ScopeParameter]: ScopeParameter[K] };

class ParameterReader {
  readonly parameters: OpenParameter[] = [];
  readonly faults: ParameterFault[] = [];
  private readonly tree: SyntaxTree;
  private readonly to: number;
  private token: number;
  /** The token of `*`, or -1; what follows it is keyword-only. */
  private star = -1;
  /** Whether a plain parameter has a default. */
  private hasDefaults = false;

  constructor(tree: SyntaxTree, from: number, to: number) {
    this.tree = tree;
    this.token = from;
    this.to = to;
  }

  read(): void {
    while (this.token < this.to) {
      if (this.parameters.at(-1)?.kind === 'named') this.fault(this.token, 'nothing behind the `**` parameter');
      const kind = this.tree.tokenKinds[this.token];
      if (kind === TokenKind.Star) this.readStar();
      else if (kind === TokenKind.StarStar) this.readStarStar();
      else if (kind === TokenKind.Name) this.readPlain();
      else this.fault(this.token++, 'a parameter name');
    }
    const needsName = this.star >= 0 && !this.has('rest') && !this.has('keyword-only');
    if (needsName) this.fault(this.star, 'a keyword-only parameter behind the bare `*`', 'none');
  }

  private readStar(): void {
    if (this.star >= 0) this.fault(this.token, 'only one `*`');
    this.star = this.token++;
    if (this.isGlued(TokenKind.Name)) this.add('rest');
  }

  private readStarStar(): void {
    const sign = this.token++;
    if (this.isGlued(TokenKind.Name)) this.add('named');
    else this.fault(sign, 'a name right behind `**`', this.found());
  }

  private readPlain(): void {
    const name = this.token;
    const isPlain = this.star < 0;
    this.add(isPlain ? 'plain' : 'keyword-only');
    if (this.isGlued(TokenKind.Equals)) {
      this.readDefault();
    } else if (isPlain && this.hasDefaults) {
      this.fault(name, 'a parameter with a default, because one before it has one');
    }
  }

  private readDefault(): void {
    const sign = this.token++;
    const isValue = this.isGlued(TokenKind.Name) || (this.isGlued() && isLiteral(this.tree.tokenKinds[this.token]));
    if (!isValue) {
      this.fault(sign, 'a literal or a constant right behind `=`', this.found());
      return;
    }
    const parameter = this.parameters[this.parameters.length - 1];
    this.hasDefaults ||= parameter.kind === 'plain';
    parameter.defaultText = tokenText(this.tree, this.token);
    parameter.defaultToken = this.token++;
  }

  private add(kind: ScopeParameter['kind']): void {
    const name = tokenName(this.tree, this.token);
    this.parameters.push({ name, kind, defaultText: undefined, token: this.token++, defaultToken: -1 });
  }

  private has(kind: ScopeParameter['kind']): boolean {
    return this.parameters.some(parameter => parameter.kind === kind);
  }

  /** Whether the next token, of a kind if one is asked for, stands right behind the one before it. */
  private isGlued(kind?: TokenKind): boolean {
    const { tokenKinds, tokenStarts, tokenEnds } = this.tree;
    const touches = this.token < this.to && tokenStarts[this.token] === tokenEnds[this.token - 1];
    return touches && (kind === undefined || tokenKinds[this.token] === kind);
  }

  private found(): string {
    return this.token < this.to ? describeToken(this.tree, this.token) : 'nothing';
  }

  private fault(token: number, expected: string, found = describeToken(this.tree, token)): void {
    this.faults.push({ token, expected, found });
  }
}
