import { DiagnosticSeverity } from 'vscode-languageserver';
import { describe, expect, test } from 'vitest';
import { diagnostics } from '../../server/features/diagnostics.ts';
import { DEFAULT_INLAY_HINTS } from '../../server/inlay-hint-settings.ts';
import { readSettings } from '../../server/settings.ts';
import { openFixture } from './fixture.ts';

/** The severities that the findings of a text are shown with, by code. */
function shown(text: string, settings: unknown): Record<string, number | undefined> {
  const snapshot = { ...openFixture(text).snapshot, severities: readSettings(settings).severities };
  return Object.fromEntries(diagnostics(snapshot).map(({ code, severity }) => [code, severity]));
}

const TEXT = 'a: POP_TOP\n';

describe('severities', () => {
  test('are those of the catalogue where nothing is set, or nothing of use', () => {
    for (const settings of [
      undefined,
      null,
      3,
      { diagnostics: 'x' },
      { diagnostics: { BC211: 'loud', BC999: 'error' } },
    ]) {
      expect(shown(TEXT, settings)).toEqual({ BC211: DiagnosticSeverity.Hint, BC201: DiagnosticSeverity.Warning });
    }
  });

  test('can be set by code and by kind', () => {
    expect(shown(TEXT, { diagnostics: { BC211: 'error', 'stack-underflow': 'allow' } })).toEqual({
      BC211: DiagnosticSeverity.Error,
    });
  });

  test('of what names fewer findings win', () => {
    for (const diagnostics of [
      { BC2xx: 'allow', BC21x: 'warning' },
      { BC21x: 'warning', BC2xx: 'allow' },
    ]) {
      expect(shown(TEXT, { diagnostics })).toEqual({ BC211: DiagnosticSeverity.Warning });
    }
  });

  test('of assembly errors stay', () => {
    expect(shown('NOPE\n', { diagnostics: { BC102: 'allow', BC1xx: 'hint' } })).toEqual({
      BC102: DiagnosticSeverity.Error,
    });
  });
});

test('settings of inlay hints are read beside them', () => {
  expect(readSettings({ inlayHints: { stack: 'off' } }).inlayHints).toEqual({ ...DEFAULT_INLAY_HINTS, stack: 'off' });
});
