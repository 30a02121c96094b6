// Simulated asynchronous functions: recorded, exact in virtual time, and made of nothing the student can reach.
import type { Behaviour, Behaviours } from '../author.ts';
import type { EventLoop } from '../virtual-clock/event-loop.ts';
import { looksLikeSignal } from '../virtual-clock/events.ts';
import {
  apply,
  defineProperty,
  getOwnPropertyDescriptor,
  isInteger,
  ownKeys,
  RealError,
  RealPromise,
  RealRangeError,
  record,
} from '../virtual-clock/primordials.ts';
import type { Recorder } from './recorder.ts';

type Settle = { resolve(value: unknown): void; reject(reason: unknown): void };

export function makeSimulate(loop: EventLoop, recorder: Recorder): (behaviours: Behaviours) => object {
  return (behaviours) => {
    const functions = {};
    const names = ownKeys(behaviours);
    for (let index = 0; index < names.length; index += 1) {
      const name = names[index] as string;
      const behaviour = getOwnPropertyDescriptor(behaviours, name)?.value as Behaviour;
      const value = makeSimulated(name, behaviour, loop, recorder);
      defineProperty(
        functions,
        name,
        record({ value, enumerable: true, configurable: true, writable: true }),
      );
    }
    return functions;
  };
}

function makeSimulated(name: string, behaviour: Behaviour, loop: EventLoop, recorder: Recorder): unknown {
  let calls = 0;
  const simulated = function (...args: unknown[]): Promise<unknown> {
    const index = calls;
    calls += 1;
    return new RealPromise((resolve, reject) => {
      startCall({ name, behaviour, args, index, loop, recorder }, { resolve, reject });
    });
  };
  defineProperty(simulated, 'name', record({ value: name, configurable: true }));
  return simulated;
}

type StartedCall = {
  name: string;
  behaviour: Behaviour;
  args: unknown[];
  index: number;
  loop: EventLoop;
  recorder: Recorder;
};

function startCall(call: StartedCall, settle: Settle): void {
  const { name, behaviour, args, index, loop, recorder } = call;
  const latencyMs = typeof behaviour.ms === 'function' ? behaviour.ms(args, index) : behaviour.ms;
  if (!isInteger(latencyMs) || latencyMs < 0) {
    throw new RealRangeError(
      `simulate: latency of "${name}" is ${String(latencyMs)}; expected whole virtual ms, 0 or more`,
    );
  }
  const spanId = recorder.startSpan('call', name, args, loop.nowMs() + latencyMs);
  let isOver = false;
  const finish = (outcome: 'fulfilled' | 'rejected' | 'cancelled', value: unknown): void => {
    if (isOver) return;
    isOver = true;
    recorder.endSpan(spanId, outcome, record({ held: value }));
    if (outcome === 'fulfilled') settle.resolve(value);
    else settle.reject(value);
  };
  if (behaviour.abortable === true) listenForAbort(args, finish);
  if (behaviour.hangs === true || isOver) return;
  loop.schedule('timer', latencyMs, () => settleCall(call, finish), [], spanId);
}

function settleCall(
  { behaviour, args, index }: StartedCall,
  finish: (outcome: 'fulfilled' | 'rejected', value: unknown) => void,
): void {
  try {
    const reason =
      typeof behaviour.rejects === 'function' ? behaviour.rejects(args, index) : behaviour.rejects;
    if (reason !== undefined) {
      finish('rejected', typeof reason === 'string' ? new RealError(reason) : reason);
    } else {
      finish(
        'fulfilled',
        typeof behaviour.value === 'function' ? apply(behaviour.value, undefined, args) : behaviour.value,
      );
    }
  } catch (error) {
    finish('rejected', error);
  }
}

function listenForAbort(args: unknown[], finish: (outcome: 'cancelled', reason: unknown) => void): void {
  const signal = findSignal(args);
  if (signal === undefined) return;
  if (signal.aborted) finish('cancelled', signal.reason);
  else signal.addEventListener('abort', () => finish('cancelled', signal.reason), { once: true });
}

function findSignal(args: unknown[]): AbortSignal | undefined {
  for (let index = 0; index < args.length; index += 1) {
    const candidate = args[index];
    if (looksLikeSignal(candidate)) return candidate;
    if (typeof candidate === 'object' && candidate !== null) {
      const nested: unknown = getOwnPropertyDescriptor(candidate, 'signal')?.value;
      if (looksLikeSignal(nested)) return nested;
    }
  }
  return undefined;
}
