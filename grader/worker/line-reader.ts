// Splits what a child writes into lines, whatever the chunks; a line beyond the message limit ends the reading.
import { limits } from './limits.ts';

/** @param onTooLong Called once; nothing is read after it, and nothing of the line kept. */
export function makeLineReader(
  onLine: (line: string) => void,
  onTooLong: () => void,
): (chunk: Buffer) => void {
  let parts: Buffer[] = [];
  let length = 0;
  let isTooLong = false;

  /** @returns whether the line goes on being read. */
  function take(part: Buffer): boolean {
    parts.push(part);
    length += part.length;
    if (length <= limits.messageLimitBytes) return true;
    isTooLong = true;
    parts = [];
    onTooLong();
    return false;
  }

  return (chunk) => {
    if (isTooLong) return;
    let from = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
      if (!take(chunk.subarray(from, end))) return;
      const line = Buffer.concat(parts).toString('utf8');
      parts = [];
      length = 0;
      from = end + 1;
      onLine(line);
    }
    take(chunk.subarray(from));
  };
}
