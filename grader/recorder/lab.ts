// What a scenario is given (`Lab` in grader/author.ts), apart from the student's exports.
import type { Lab } from '../author.ts';
import type { AbortInternals } from '../virtual-clock/events.ts';
import {
  floor,
  isFinite,
  RealNumber,
  RealPromise,
  RealRangeError,
  RealString,
  record,
} from '../virtual-clock/primordials.ts';
import { makeRandom, type SeededRandom } from '../virtual-clock/random.ts';
import { makeCompletions, type Completions } from './completions.ts';
import type { World } from './main.ts';
import { NO_SPAN } from './recorder.ts';
import { makeSimulate } from './simulate.ts';

export type LabParts = Omit<Lab<unknown>, 'solution'>;

/** A whole or broken number of virtual ms. @throws RangeError for anything else. */
function requireDuration(caller: string, ms: unknown): number {
  const duration = typeof ms === 'symbol' || typeof ms === 'object' ? -1 : RealNumber(ms);
  if (isFinite(duration) && duration >= 0) return duration;
  const shown = typeof ms === 'object' ? 'an object' : RealString(ms);
  throw new RealRangeError(`${caller}: ${shown} is no duration; expected virtual ms, 0 or more`);
}

export type WorldLab = { parts: LabParts; random: SeededRandom; completions: Completions };

export function makeLab(world: World, aborts: AbortInternals): WorldLab {
  const { loop, recorder } = world;
  const completions = makeCompletions(loop);
  const random = makeRandom();
  const parts: LabParts = {
    simulate: makeSimulate({ loop, completions, recorder, aborts }) as LabParts['simulate'],
    random: () => random.next(),
    integer: (low, high) => low + floor(random.next() * (high - low + 1)),
    sleep(ms) {
      const durationMs = requireDuration('sleep', ms);
      return new RealPromise((resolve) => {
        loop.schedule('timer', durationMs, () => resolve(), [], NO_SPAN);
      });
    },
    now: loop.nowMs,
    work(ms) {
      const durationMs = requireDuration('work', ms);
      loop.work(durationMs);
      if (durationMs > world.longestBlockMs) world.longestBlockMs = durationMs;
    },
  };
  return record({ parts, random, completions });
}
