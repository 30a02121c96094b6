import type { Say } from './steps.ts';

/** Next hides and shows the cursor, which is not its own here. */
// oxlint-disable-next-line eslint/no-control-regex -- a terminal's escape sequence begins with one
const CURSOR = /\u001B\[\?25[hl]/g;

/** Passes on what a process writes, with its name before each line; blank lines are left out. */
export function makeRelay(name: string, say: Say): Say {
  return (line) => {
    const text = line.replaceAll(CURSOR, '');
    if (text.trim() !== '') say(`${name.padEnd(6)} | ${text}`);
  };
}
