// One world serves several runs, one after another: whatever a part of it keeps of a run is forgotten in between.
import { append, list, type List } from './primordials.ts';

const parts: List<() => void> = list();
let run = 0;

/** Tells runs apart: code may keep what one of them gave it, and must not be able to use it in the next. */
export function currentRun(): number {
  return run;
}

/** @param forget Brings a part of the world back to where it was before the first run. It must not run any student code. */
export function onRestart(forget: () => void): void {
  append(parts, forget);
}

export function restartAll(): void {
  run += 1;
  for (let index = 0; index < parts.length; index += 1) (parts[index] as () => void)();
}
