// When simulated work completes. The one seam through which a scheduler can reorder completions: calls, items, events and
// responses all end here and nowhere else.
import type { EventLoop, Task } from '../virtual-clock/event-loop.ts';

export type Completions = {
  /** Runs `callback` after `latencyMs` of virtual time, as a macrotask of its own that ends the span. */
  add(latencyMs: number, callback: () => void, spanId: number): Task;
  cancel(completion: Task): void;
};

export function makeCompletions(loop: EventLoop): Completions {
  return {
    add: (latencyMs, callback, spanId) => loop.schedule('timer', latencyMs, callback, [], spanId),
    cancel: (completion) => void loop.cancel(completion),
  };
}
