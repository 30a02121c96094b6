// What outlived the test: noted at the moment the scenario settles.
import type { AbortInternals } from '../virtual-clock/events.ts';
import { append, record } from '../virtual-clock/primordials.ts';
import type { World } from './main.ts';
import { isSimulatedKind } from '../recording/simulated.ts';
import { isOpen, type GuestSpan } from './recorder.ts';
import type { SourceListener } from './source-listeners.ts';

export type LeftBehindGuest = { kind: string; name: string; dueMs: number; site: number };

/** Things left behind that a recording names; more teach nothing. */
const LEFT_BEHIND_LIMIT = 500;

export function noteLeftBehind({ loop, recorder, leftBehind, sources }: World, aborts: AbortInternals): void {
  const note = (kind: string, name: string, dueMs: number, site: number): void => {
    if (leftBehind.length < LEFT_BEHIND_LIMIT) append(leftBehind, record({ kind, name, dueMs, site }));
  };
  loop.forEachWaiting((task) => {
    const span = recorder.span(task.spanId);
    if (span !== undefined && !isSimulatedKind(span.kind)) note(span.kind, span.name, task.dueMs, span.site);
  });
  for (let index = 0; index < recorder.spans.length; index += 1) {
    const span = recorder.spans[index] as GuestSpan;
    if (isSimulatedKind(span.kind) && isOpen(span)) note('call', span.name, span.dueMs, span.site);
  }
  aborts.forEachLive((site) => note('listener', 'abort', -1, site));
  for (let index = 0; index < sources.listeners.length; index += 1) {
    const { source, type, site, isLive } = sources.listeners[index] as SourceListener;
    if (isLive) note('listener', `${source} ${typeof type === 'string' ? type : 'event'}`, -1, site);
  }
}
