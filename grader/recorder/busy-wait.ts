// Waiting for the clock in a loop never ends, since the clock stands still while code runs. Counting the reads between two
// macrotasks tells it from other endless loops: at once, and in the same way on every machine.
import { RealError, record } from '../virtual-clock/primordials.ts';
import { onRestart } from '../virtual-clock/restart.ts';
import { NO_SITE, type Recorder } from './recorder.ts';

/** Reads of the clock without a macrotask in between, beyond which they are taken for waiting. */
const READ_LIMIT = 200_000;

export type ClockReader = {
  /** Virtual ms, as the student's code reads them. @throws Error at the limit of reads, and from then on. */
  readMs(): number;
  /** The loop goes on: what was read before does not count any more. */
  startTurn(): void;
  /** Reads that were made when the limit was reached; 0 while it was not. */
  readonly busyReads: number;
  readonly isBusyWaiting: boolean;
  /** Where the last read was. */
  readonly site: number;
};

export function makeClockReader(nowMs: () => number, recorder: Recorder): ClockReader {
  let reads = 0;
  let isBusyWaiting = false;
  let site = NO_SITE;
  onRestart(() => {
    reads = 0;
    isBusyWaiting = false;
    site = NO_SITE;
  });
  return record<ClockReader>({
    readMs() {
      reads += 1;
      if (reads > READ_LIMIT) {
        if (!isBusyWaiting) site = recorder.site;
        isBusyWaiting = true;
        throw new RealError(
          `The clock was read ${READ_LIMIT} times without waiting; it stands still while code runs`,
        );
      }
      return nowMs();
    },
    startTurn() {
      if (!isBusyWaiting) reads = 0;
    },
    get busyReads() {
      return isBusyWaiting ? READ_LIMIT : 0;
    },
    get isBusyWaiting() {
      return isBusyWaiting;
    },
    get site() {
      return site;
    },
  });
}
