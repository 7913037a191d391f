import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const DOCUMENTATION = new URL('../../docs/editors.md', import.meta.url);
const COMMAND = fileURLToPath(new URL('../../bin/bcasm.cjs', import.meta.url));

/** What the documentation tells users of an editor to write: the first piece of code of its section, or the first in a language. */
export function documentedSetUp(heading: string, language = '\\w+'): string {
  const text = readFileSync(DOCUMENTATION, 'utf8');
  const section = text.slice(text.indexOf(`\n## ${heading}\n`)).split('\n## ')[1];
  const code = new RegExp(`\`\`\`${language}\\n([^]*?)\\n\`\`\``).exec(section ?? '')?.[1];
  if (code === undefined) throw new Error(`no code under "${heading}" in docs/editors.md`);
  return code;
}

/** A folder with files, and the command `bcasm` on a PATH as after `npm link`. */
export class EditorFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'bcasm editor '));
  readonly environment: NodeJS.ProcessEnv;

  constructor() {
    const command = this.write('bcasm', `#!/bin/sh\nexec "${process.execPath}" "${COMMAND}" "$@"\n`);
    chmodSync(command, 0o755);
    this.environment = {
      ...process.env,
      PATH: `${this.path}${delimiter}${process.env['PATH']}`,
      HOME: this.path,
      XDG_CONFIG_HOME: join(this.path, 'config'),
    };
  }

  write(name: string, text: string): string {
    const file = join(this.path, name);
    writeFileSync(file, text);
    return file;
  }

  read(name: string): string {
    return readFileSync(join(this.path, name), 'utf8');
  }

  dispose(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** A program with a mistake in its last line, to ask about. */
export const PROGRAM = `.func double n
        LOAD_VAR n
        LOAD_CONST 2
        MUL
        RETURN_VALUE
.end
        LOAD_CONST 21
        CALL_FUNC double 1
        PRINT
        HALTT
`;
