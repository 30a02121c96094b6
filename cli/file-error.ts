const reasons: { [code: string]: string } = {
  ENOENT: 'it does not exist',
  ENOTDIR: 'it is no folder, or a part of its path is none',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
};

/** Why a file could not be read or written, in words. */
export function fileReason(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  return code === undefined ? String(error) : (reasons[code] ?? code);
}
