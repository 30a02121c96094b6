import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from './exit-codes.ts';
import { fileReason } from './file-error.ts';

/** To the file, if one is named, else to stdout. @throws UsageError when the file cannot be written. */
export function writeReport(text: string, file: string | undefined): void {
  if (file === undefined) {
    process.stdout.write(text);
    return;
  }
  try {
    writeFileSync(file, text);
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const reason = isMissing ? `there is no folder "${path.dirname(file)}"` : fileReason(error);
    throw new UsageError(`--output "${file}" cannot be written: ${reason}.`, { cause: error });
  }
}
