// Simulated dependencies: recorded, exact in virtual time, and made of nothing the student can reach. A behaviour makes an
// asynchronous function, an asynchronous generator (`items`) or a source of events (`events`).
import type { Behaviours } from '../author.ts';
import {
  apply,
  defineProperty,
  hasOwn,
  ownKeys,
  ownValue,
  RealPromise,
  RealString,
  record,
} from '../virtual-clock/primordials.ts';
import {
  checkLatency,
  checkRejects,
  latencyOf,
  perCall,
  readFields,
  rejectionOf,
  withSafeIterator,
  type Fields,
} from './behaviour.ts';
import { makeEventSource } from './event-sources.ts';
import { makeSimulatedItems } from './simulated-items.ts';
import { findSignal, named, sameRun, startWork, type Finish, type WorkParts } from './simulated-work.ts';
import type { EventSources } from './source-listeners.ts';

const callFields = ['ms', 'value', 'values', 'rejects', 'abortable', 'hangs'];

export function makeSimulate(parts: WorkParts, sources: EventSources): (behaviours: Behaviours) => object {
  return (behaviours) => {
    const made = {};
    const names = ownKeys(behaviours);
    for (let index = 0; index < names.length; index += 1) {
      const name = RealString(names[index]);
      const value = makeSimulated(name, ownValue(behaviours, name), parts, sources);
      defineProperty(made, name, record({ value, enumerable: true, configurable: true, writable: true }));
    }
    return made;
  };
}

function makeSimulated(name: string, behaviour: unknown, parts: WorkParts, sources: EventSources): unknown {
  const isObject = typeof behaviour === 'object' && behaviour !== null;
  if (isObject && hasOwn(behaviour, 'items')) return makeSimulatedItems(name, behaviour, parts);
  if (isObject && hasOwn(behaviour, 'events')) return makeEventSource(name, behaviour, parts, sources);
  return makeSimulatedFunction(name, behaviour, parts);
}

function makeSimulatedFunction(name: string, behaviour: unknown, parts: WorkParts): unknown {
  const what = `simulate: "${name}"`;
  const fields = readFields(what, behaviour, callFields);
  if (fields['hangs'] !== true) checkLatency(what, fields['ms']);
  checkRejects(what, fields['rejects']);
  let calls = 0;
  const requireSameRun = sameRun();
  return named(name, function (...args: unknown[]): Promise<unknown> {
    requireSameRun(name);
    const index = calls;
    calls += 1;
    return new RealPromise((resolve, reject) => {
      const call = record({ name, fields, args: withSafeIterator(args), index });
      startCall(parts, call, record({ resolve, reject }));
    });
  });
}

type Call = { name: string; fields: Fields; args: unknown[]; index: number };

function startCall(parts: WorkParts, call: Call, settle: Parameters<typeof startWork>[2]): void {
  const { name, fields, args, index } = call;
  const hangs = perCall(fields['hangs'], args, index) === true;
  const work = record({
    kind: 'call' as const,
    name,
    args,
    latencyMs: hangs ? 0 : latencyOf(`simulate: "${name}"`, fields['ms'], args, index),
    hangs,
    signal: fields['abortable'] === true ? findSignal(args, parts.aborts) : undefined,
    complete: (finish: Finish) => settleCall(call, finish),
  });
  startWork(parts, work, settle);
}

function settleCall({ fields, args, index }: Call, finish: Finish): void {
  const reason = rejectionOf(fields['rejects'], args, index);
  if (reason !== undefined) return finish('rejected', reason);
  const { value } = fields;
  if (typeof value === 'function') return finish('fulfilled', apply(value, undefined, args));
  finish('fulfilled', fields['values'] === undefined ? value : perCall(fields['values'], args, index));
}
