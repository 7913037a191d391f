import { describe, expect, test } from 'vitest';
import { signatureHelp } from '../../server/features/signature-help.ts';
import { openFixture } from './fixture.ts';

/** The signature that is shown, with the active parameter in `‹…›`. */
function checkSignatureHelp(fixture: string, expected: string | null): void {
  const { snapshot, marks } = openFixture(fixture);
  const help = signatureHelp(snapshot, marks[0]);
  if (help === null) return expect(null).toBe(expected);
  const { label, parameters } = help.signatures[help.activeSignature ?? 0];
  const active = parameters?.[help.activeParameter ?? 0]?.label;
  const start = typeof active === 'string' ? label.lastIndexOf(active) : (active?.[0] ?? label.length);
  const end = typeof active === 'string' ? start + active.length : (active?.[1] ?? label.length);
  const text = label.slice(start, end);
  expect(text === '' ? label : `${label.slice(0, start)}‹${text}›${label.slice(end)}`).toBe(expected);
}

const FUNCTION = '; adds\n.func add a b=1 * abc\nLOAD_CONST 1\nRETURN_VALUE\n.end\n';

describe('signatureHelp', () => {
  test('the operands of an instruction', () => {
    checkSignatureHelp('LOAD_CONST ┆', 'LOAD_CONST ‹c›');
    checkSignatureHelp('CALL 1 ┆', 'CALL n ‹k…›');
    checkSignatureHelp(`${FUNCTION}CALL_FUNC ad┆`, 'CALL_FUNC ‹f› n k…');
  });
  test('what a function takes, at the count and at argument names', () => {
    checkSignatureHelp(`${FUNCTION}CALL_FUNC add ┆`, '.func add ‹a› b=1 * abc');
    checkSignatureHelp(`${FUNCTION}CALL_FUNC add 2┆`, '.func add a ‹b=1› * abc');
    checkSignatureHelp(`${FUNCTION}CALL_FUNC add 3 b abc┆`, '.func add a b=1 * ‹abc›');
  });
  test('what a built-in takes', () => checkSignatureHelp('CALL_FUNC chr ┆', 'chr(i, /)'));
  test('what a method takes: of the object where that is known, else of all with that name', () => {
    checkSignatureHelp('LOAD_CONST "a"\nCALL_METHOD split 0┆', 'str.split(sep=None, maxsplit=-1)');
    checkSignatureHelp('CALL_METHOD append ┆', 'list.append(object, /)');
    checkSignatureHelp(
      '.class C\n.func go self n\nLOAD_CONST 1\nRETURN_VALUE\n.end\n.end\nCALL_METHOD go ┆',
      '.func go ‹self› n',
    );
    checkSignatureHelp('CALL_METHOD spl┆', 'CALL_METHOD ‹m› n k…');
  });
  test('with the comment above the function and its effect', () => {
    const { snapshot, marks } = openFixture(`${FUNCTION}CALL_FUNC add ┆`);
    const { documentation } = signatureHelp(snapshot, marks[0])?.signatures[1] ?? {};
    expect(documentation).toMatchObject({ value: expect.stringContaining('a b abc -- int') });
    expect(documentation).toMatchObject({ value: expect.stringContaining('adds') });
  });
  test('nothing where there are no operands', () => {
    checkSignatureHelp('ADD ┆', null);
    checkSignatureHelp('┆', null);
    checkSignatureHelp('LOAD_CONST "a┆"', null);
  });
});
