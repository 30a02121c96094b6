const LIMIT = 5;
const WINDOW_MS = 60_000;
const FIRST_PAUSE_MS = 250;

export type AfterCrash =
  | { decision: 'start-again'; pauseMs: number; crashesMs: number[] }
  | { decision: 'give-up'; crashesMs: number[] };

/**
 * What to do about a crash: start again, ever later, or give up at the fifth within a minute.
 *
 * @param crashesMs When the earlier ones happened, in wall milliseconds on the clock of `nowMs`.
 */
export function afterCrash(crashesMs: number[], nowMs: number): AfterCrash {
  const recent = [...crashesMs.filter((atMs) => nowMs - atMs < WINDOW_MS), nowMs];
  if (recent.length >= LIMIT) return { decision: 'give-up', crashesMs: recent };
  return { decision: 'start-again', pauseMs: FIRST_PAUSE_MS * 2 ** (recent.length - 1), crashesMs: recent };
}
