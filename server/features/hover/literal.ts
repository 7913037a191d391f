import {
  TokenKind,
  intLiteralValue,
  isIntLiteral,
  sliceText,
  stringLiteralValue,
  tokenText,
  type Module,
} from '../../../vm/index.ts';
import { codeBlock, inlineCode, paragraphs } from '../../markup.ts';
import { jumpTargetByNumber } from '../definition.ts';

/** Longer numbers are not written in other bases: nobody reads them. */
const MAXIMUM_DIGITS = 80;

/** A literal: its type and value; a jump by number: where it goes; the path of an import: its file. */
export function hoverLiteral(module: Module, token: number): string | undefined {
  const text = tokenText(module.tree, token);
  switch (module.tree.tokenKinds[token]) {
    case TokenKind.Int:
      return hoverJump(module, token) ?? describeInt(text);
    case TokenKind.Float:
      return `float ${inlineCode(text)}`;
    case TokenKind.String:
      return hoverImport(module, token) ?? describeString(text);
    case TokenKind.Keyword:
      return KEYWORD_MEANINGS[text];
    default:
      return undefined;
  }
}

/** An int literal in the bases that it is not written in. */
export function describeInt(literal: string): string | undefined {
  if (!isIntLiteral(literal) || literal.length > MAXIMUM_DIGITS) return undefined;
  const value = intLiteralValue(literal);
  const sign = value < 0n ? '-' : '';
  const size = value < 0n ? -value : value;
  const forms = [
    `${value}`,
    `${sign}0x${size.toString(16).toUpperCase()}`,
    `${sign}0o${size.toString(8)}`,
    `${sign}0b${size.toString(2)}`,
  ];
  return codeBlock('text', `int  ${forms.join('  ')}`);
}

function describeString(text: string): string {
  const decoded = stringLiteralValue(text);
  const length = 'value' in decoded ? [...decoded.value].length : 0;
  return `str of ${length === 1 ? '1 character' : `${length} characters`}`;
}

function hoverJump(module: Module, token: number): string | undefined {
  const statement = jumpTargetByNumber(module, token);
  if (statement < 0) return undefined;
  const { tree } = module;
  const code = sliceText(
    tree,
    tree.tokenStarts[tree.statementHeads[statement]],
    tree.tokenEnds[tree.statementEnds[statement] - 1],
  );
  return paragraphs([codeBlock('bcasm', code), `The instruction on line ${tree.statementLines[statement] + 1}.`]);
}

function hoverImport(module: Module, token: number): string | undefined {
  const imported = module.imports.find(each => each.token === token);
  if (imported === undefined) return undefined;
  return imported.module === null ? undefined : `The file ${inlineCode(imported.file)}`;
}

const KEYWORD_MEANINGS: Readonly<Record<string, string>> = {
  None: '`None`: no value',
  True: 'bool `True`, which counts as 1',
  False: 'bool `False`, which counts as 0',
  inf: 'float `inf`: positive infinity',
  '-inf': 'float `-inf`: negative infinity',
  nan: 'float `nan`: not a number; equal to nothing, not even itself',
};
