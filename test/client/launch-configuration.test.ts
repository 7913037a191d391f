import * as path from 'node:path';
import { describe, expect, test } from 'vitest';
import { completeLaunch, launchOf, programPath } from '../../client/launch-configuration.ts';

const ACTIVE = path.resolve('/programs/fact.bcasm');

describe('F5', () => {
  test('without launch.json debugs the active program', () => {
    expect(completeLaunch({}, ACTIVE)).toMatchObject({
      ok: true,
      value: { type: 'bcasm', request: 'launch', program: ACTIVE },
    });
  });

  test('without launch.json and without an active program says what to do', () => {
    expect(completeLaunch({}, undefined)).toMatchObject({ ok: false, message: expect.stringContaining('.bcasm') });
  });

  test('with "program": "${file}" needs an active program, too', () => {
    const configuration = { type: 'bcasm', request: 'launch', name: 'x', program: '${file}' };
    expect(completeLaunch(configuration, ACTIVE)).toMatchObject({ ok: true, value: { program: ACTIVE } });
    expect(completeLaunch(configuration, undefined)).toMatchObject({ ok: false });
  });

  test('with a launch.json keeps every attribute of it', () => {
    const configuration = {
      type: 'bcasm',
      request: 'launch',
      name: 'mine',
      program: '${workspaceFolder}/a.bcasm',
      stopOnEntry: true,
      maxDepth: 7,
    };
    expect(completeLaunch(configuration, undefined)).toEqual({ ok: true, value: configuration });
  });

  test('with a launch.json that names no program means the active one', () => {
    const configuration = { type: 'bcasm', request: 'launch', name: 'mine', stopOnEntry: true };
    expect(completeLaunch(configuration, ACTIVE)).toEqual({ ok: true, value: { ...configuration, program: ACTIVE } });
  });
});

describe('the program', () => {
  test('is resolved where relative paths start', () => {
    expect(programPath('sub/a.bcasm', path.resolve('/w'))).toEqual({ ok: true, value: path.resolve('/w/sub/a.bcasm') });
    expect(programPath(ACTIVE, path.resolve('/w'))).toEqual({ ok: true, value: ACTIVE });
  });

  test('may have its extension in any letter case', () => {
    expect(programPath('A.BCASM', undefined)).toEqual({ ok: true, value: 'A.BCASM' });
  });

  test.each(['README.md', 'fact', 'fact.bcasm.txt'])('is no %s', name => {
    expect(programPath(path.resolve('/w', name), undefined)).toMatchObject({
      ok: false,
      message: expect.stringContaining(name),
    });
  });

  test.each([undefined, '', 7, null])('is left to the adapter to complain about: %j', program => {
    expect(programPath(program, '/w')).toEqual({ ok: true, value: undefined });
  });
});

test('the configuration of a file bears its name', () => {
  expect(launchOf(ACTIVE)).toEqual({ type: 'bcasm', request: 'launch', name: 'Debug fact.bcasm', program: ACTIVE });
});
