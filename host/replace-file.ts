import { chmodSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';

/**
 * Replaces the content of a file at one stroke: whoever reads it sees the old one or the new one, whatever happens. Goes
 * through links; what is no file, such as a device, is written to.
 */
export function replaceFile(file: string, content: string | Uint8Array): void {
  const status = statSync(file, { throwIfNoEntry: false });
  if (status !== undefined && !status.isFile()) return writeFileSync(file, content);
  const target = status === undefined ? file : realpathSync(file);
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, content);
    if (status !== undefined) chmodSync(temporary, status.mode);
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
