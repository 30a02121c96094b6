import type { Say } from './steps.ts';

/** Passes on what a process writes, with its name before each line; blank lines are left out. */
export function makeRelay(name: string, say: Say): Say {
  return (line) => {
    if (line.trim() !== '') say(`${name.padEnd(6)} | ${line}`);
  };
}
