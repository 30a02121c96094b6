// When simulated work completes. The one seam through which a schedule reorders completions: calls, items, events and
// responses all end here and nowhere else.
import type { EventLoop, Task } from '../virtual-clock/event-loop.ts';
import { append, list, type List } from '../virtual-clock/primordials.ts';
import { makeRandom } from '../virtual-clock/random.ts';
import { onRestart } from '../virtual-clock/restart.ts';

export type Completions = {
  /** Runs `callback` after `latencyMs` of virtual time (or when the schedule says), as a macrotask that ends the span. */
  add(latencyMs: number, callback: () => void, spanId: number): Task;
  cancel(completion: Task): void;
  /** Latencies are drawn from a seeded source from now on. */
  draw(seed: number): void;
  /** Latencies are these, in the order in which the work is started; what comes after them takes as long as it says. */
  follow(latencies: List<number>): void;
  /** Latencies of this run, in order of start. */
  readonly taken: List<number>;
};

/** Latencies so different that any piece of work may outlast a chain of others. */
const MAGNITUDES = 4;

export function makeCompletions(loop: EventLoop): Completions {
  const random = makeRandom();
  const taken: List<number> = list();
  let isDrawn = false;
  let given: List<number> = list();
  onRestart(() => {
    isDrawn = false;
    given = list();
    taken.length = 0;
  });

  function drawLatency(): number {
    let latencyMs = 1 + ((random.next() * 9) | 0);
    for (let magnitude = (random.next() * MAGNITUDES) | 0; magnitude > 0; magnitude -= 1) latencyMs *= 10;
    return latencyMs;
  }

  function latencyOf(latencyMs: number): number {
    if (taken.length < given.length) return given[taken.length] as number;
    return isDrawn ? drawLatency() : latencyMs;
  }

  return {
    taken,
    add(latencyMs, callback, spanId) {
      return loop.schedule('timer', append(taken, latencyOf(latencyMs)), callback, [], spanId);
    },
    cancel: (completion) => void loop.cancel(completion),
    draw(seed) {
      isDrawn = true;
      random.seed(seed);
    },
    follow(latencies) {
      given = latencies;
    },
  };
}
