export type Say = (line: string) => void;

export type Step = <T>(
  name: string,
  action: () => T | Promise<T>,
  describe: (result: T) => string,
) => Promise<T>;

/**
 * Runs the steps of a start and prints each with the wall time it took.
 *
 * @param signal Once aborted, no further step begins.
 */
export function makeStep(say: Say, signal: AbortSignal): Step {
  return async (name, action, describe) => {
    signal.throwIfAborted();
    const startMs = performance.now();
    const result = await action();
    const seconds = ((performance.now() - startMs) / 1000).toFixed(1);
    say(`${seconds.padStart(6)} s  ${name.padEnd(13)}${describe(result)}`);
    return result;
  };
}
