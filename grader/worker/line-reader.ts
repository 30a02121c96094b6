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
  return (chunk) => {
    if (isTooLong) return;
    let from = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
      parts.push(chunk.subarray(from, end));
      const line = Buffer.concat(parts).toString('utf8');
      parts = [];
      length = 0;
      from = end + 1;
      onLine(line);
    }
    parts.push(chunk.subarray(from));
    length += chunk.length - from;
    if (length <= limits.messageLimitBytes) return;
    isTooLong = true;
    parts = [];
    onTooLong();
  };
}
