// Simulated sources of events, in the two styles that students meet: `addEventListener` and Node's `on`.
import { isArray, list, RealString, RealTypeError, record, type List } from '../virtual-clock/primordials.ts';
import { checkLatency, readFields, type Fields } from './behaviour.ts';
import { makeEmitter } from './emitter-source.ts';
import { NO_SPAN } from './recorder.ts';
import type { WorkParts } from './simulated-work.ts';
import type { Emit, EventSources, Planned } from './source-listeners.ts';
import { makeTarget } from './target-source.ts';

const sourceFields = ['events', 'like'];
const eventFields = ['atMs', 'type', 'detail', 'args'];

export function makeEventSource(
  name: string,
  behaviour: object,
  parts: WorkParts,
  sources: EventSources,
): object {
  const what = `simulate: "${name}"`;
  const { events, like = 'EventTarget' } = readFields(what, behaviour, sourceFields);
  if (!isArray(events)) throw new RealTypeError(`${what}: "events" is no list; expected a list of events`);
  if (like !== 'EventTarget' && like !== 'EventEmitter')
    throw new RealTypeError(`${what}: "like" is ${RealString(like)}; expected EventTarget or EventEmitter`);
  const planned: List<Planned> = list();
  for (let index = 0; index < events.length; index += 1) insert(planned, readEvent(what, events[index]));
  const { source, emit } =
    like === 'EventTarget'
      ? makeTarget(name, sources, parts)
      : makeEmitter(name, sources.listeners, parts.recorder);
  schedule(name, planned, emit, parts);
  return source;
}

function readEvent(what: string, event: unknown): Planned {
  const fields: Fields = readFields(`${what}: an event`, event, eventFields);
  const { atMs, type, detail = null, args } = fields;
  checkLatency(`${what}: "atMs" of an event`, atMs);
  if (typeof type !== 'string') throw new RealTypeError(`${what}: an event has no "type"; expected a string`);
  if (args !== undefined && !isArray(args))
    throw new RealTypeError(`${what}: "args" of an event is no list; expected the listener's arguments`);
  return record({ atMs: atMs as number, type, detail, args: (args ?? list()) as unknown[] });
}

/** By time; those of one time as they are listed. */
function insert(events: List<Planned>, event: Planned): void {
  let at = events.length;
  for (; at > 0 && (events[at - 1] as Planned).atMs > event.atMs; at -= 1)
    events[at] = events[at - 1] as Planned;
  events[at] = event;
}

/** One after the other, so that no schedule of completions swaps the events of a source. */
function schedule(
  name: string,
  events: List<Planned>,
  emit: Emit,
  { loop, completions, recorder }: WorkParts,
): void {
  const startMs = loop.nowMs();
  const plan = (index: number): void => {
    const event = events[index];
    if (event === undefined) return;
    const restMs = startMs + event.atMs - loop.nowMs();
    const happen = (): void => {
      plan(index + 1);
      recorder.mark('event', `${name} ${event.type}`);
      emit(event);
    };
    completions.add(restMs < 0 ? 0 : restMs, happen, NO_SPAN);
  };
  plan(0);
}
