// What a scenario is given (`Lab` in grader/author.ts), apart from the student's exports.
import type { Lab } from '../author.ts';
import type { AbortInternals } from '../virtual-clock/events.ts';
import {
  floor,
  isFinite,
  isInteger,
  RealNumber,
  RealPromise,
  RealRangeError,
  RealString,
  record,
} from '../virtual-clock/primordials.ts';
import { makeRandom, type SeededRandom } from '../virtual-clock/random.ts';
import { makeCompletions, type Completions } from './completions.ts';
import { copyData } from './copy-data.ts';
import type { World } from './main.ts';
import { installNetwork } from './network.ts';
import { outcomeOf } from './outcome.ts';
import { NO_SPAN } from './recorder.ts';
import { makeSimulate } from './simulate.ts';
import type { WorkParts } from './simulated-work.ts';

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
  const random = makeRandom();
  const completions = makeCompletions(loop);
  const workParts: WorkParts = record({
    loop,
    completions,
    recorder,
    aborts,
  });
  const parts: LabParts = {
    ...makeChance(random),
    simulate: makeSimulate(workParts, world.sources) as LabParts['simulate'],
    fetch: installNetwork(workParts),
    outcomeOf: outcomeOf as LabParts['outcomeOf'],
    copy: copyData,
    sleep(ms) {
      const durationMs = requireDuration('sleep', ms);
      return new RealPromise((resolve) => {
        loop.schedule('timer', durationMs, () => resolve(), [], NO_SPAN);
      });
    },
    now: loop.nowMs,
    work(ms) {
      const durationMs = requireDuration('work', ms);
      recorder.mark('block', RealString(durationMs));
      loop.work(durationMs);
      world.blockMs += durationMs;
      if (world.blockMs > world.longestBlockMs) world.longestBlockMs = world.blockMs;
    },
  };
  return record({ parts, random, completions });
}

function makeChance(source: SeededRandom): Pick<LabParts, 'random' | 'integer' | 'pick' | 'shuffle'> {
  const random = (): number => source.next();
  const integer = (low: number, high: number): number => {
    if (!isInteger(low) || !isInteger(high) || low > high)
      throw new RealRangeError(
        `integer: from ${RealString(low)} to ${RealString(high)} there is no whole number`,
      );
    return low + floor(random() * (high - low + 1));
  };
  return {
    random,
    integer,
    pick(items) {
      if (items.length === 0) throw new RealRangeError('pick: the list is empty');
      return items[integer(0, items.length - 1)] as (typeof items)[number];
    },
    shuffle<T>(items: readonly T[]): T[] {
      const shuffled = copyData(items) as T[];
      for (let index = shuffled.length - 1; index > 0; index -= 1) {
        const other = integer(0, index);
        const item = shuffled[index] as T;
        shuffled[index] = shuffled[other] as T;
        shuffled[other] = item;
      }
      return shuffled;
    },
  };
}
