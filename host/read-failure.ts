/** Why a file could not be read, as a phrase that follows a colon. */
export function describeReadFailure(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'no such file';
    case 'EISDIR':
      return 'it is a directory';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'permission denied';
    case 'ERR_INVALID_ARG_VALUE':
      return 'no file can have such a name';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

/** Why a file could not be written: that there is none is no reason, but that its folder is missing. */
export function describeWriteFailure(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR' ? 'there is no such folder' : describeReadFailure(error);
}
