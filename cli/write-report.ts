import { writeFileSync } from 'node:fs';
import { UsageError } from './exit-codes.ts';

/** To the file, if one is named, else to stdout. @throws UsageError when the file cannot be written. */
export function writeReport(text: string, file: string | undefined): void {
  if (file === undefined) {
    process.stdout.write(text);
    return;
  }
  try {
    writeFileSync(file, text);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new UsageError(`--output "${file}" cannot be written: ${reason}.`, { cause: error });
  }
}
