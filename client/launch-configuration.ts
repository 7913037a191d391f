import * as path from 'node:path';
import { DEBUG_TYPE } from './debug-type.ts';

/** What a launch needs, in the words of `launch.json`; an empty one is what F5 gives where there is no `launch.json`. */
export interface LaunchConfiguration {
  type: string;
  request: string;
  name: string;
  program?: unknown;
  [attribute: string]: unknown;
}

/** Either the value, or the one sentence that tells the user why there is none. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };

const PROGRAM_EXTENSION = '.bcasm';

const NO_ACTIVE_PROGRAM =
  'There is no active bcasm program to debug: open a .bcasm file, or name one as "program" in launch.json.';

/** The configuration that debugs this file as it is. */
export function launchOf(programPath: string): LaunchConfiguration {
  return {
    type: DEBUG_TYPE,
    request: 'launch',
    name: `Debug ${path.basename(programPath)}`,
    program: programPath,
  };
}

/**
 * Fills in what is left out: no configuration at all, or one without `program`, means the active program.
 *
 * @param activeProgram path of the bcasm file in the active editor, if there is one
 */
export function completeLaunch(
  configuration: Partial<LaunchConfiguration>,
  activeProgram: string | undefined,
): Outcome<LaunchConfiguration> {
  const { type = DEBUG_TYPE, request = 'launch', name = 'Debug bcasm program', program = '${file}' } = configuration;
  // VS Code would replace `${file}` by whatever file is active, and say nothing helpful where there is none.
  if (program === '${file}' && activeProgram === undefined) return { ok: false, message: NO_ACTIVE_PROGRAM };
  return {
    ok: true,
    value: { ...configuration, type, request, name, program: program === '${file}' ? activeProgram : program },
  };
}

/**
 * The absolute path of the program, once `${…}` are replaced. What isn't a string is left to the debug adapter, which
 * checks every attribute for all of its clients.
 *
 * @param baseDirectory where relative paths start, if there is such a place
 */
export function programPath(program: unknown, baseDirectory: string | undefined): Outcome<string | undefined> {
  if (typeof program !== 'string' || program === '') return { ok: true, value: undefined };
  if (path.extname(program).toLowerCase() !== PROGRAM_EXTENSION) {
    return {
      ok: false,
      message: `${path.basename(program)} is no bcasm program: expected a ${PROGRAM_EXTENSION} file.`,
    };
  }
  return { ok: true, value: baseDirectory === undefined ? program : path.resolve(baseDirectory, program) };
}
