// What the types of the authoring interface promise.
import { expectTypeOf, test } from 'vitest';
import type { Evidence, Expectations, Lab, Outcome, Scenarios, SimulatedEmitter } from '#grader/author.ts';

declare const lab: Lab<{ double(number: number): Promise<number> }>;

const simulateAll = () =>
  lab.simulate({
    call: { ms: [10, 20], rejects: { 1: 'no' } },
    pages: { items: ['a'], everyMs: 5 },
    clicks: { events: [{ atMs: 1, type: 'click' }] },
    bus: { like: 'EventEmitter', events: [] },
  });

test('each behaviour makes a thing of its kind', () => {
  type Made = ReturnType<typeof simulateAll>;
  expectTypeOf<ReturnType<Made['call']>>().resolves.toBeAny();
  expectTypeOf<ReturnType<ReturnType<Made['pages']>['next']>>().resolves.toExtend<{ done?: boolean }>();
  expectTypeOf<Made['clicks']>().toEqualTypeOf<EventTarget>();
  expectTypeOf<Made['bus']>().toEqualTypeOf<SimulatedEmitter>();
});

test('an outcome knows the value of its attempt', () => {
  const attempt = async () => await lab.outcomeOf(async () => await lab.solution.double(2));
  expectTypeOf(attempt).returns.resolves.toEqualTypeOf<Outcome<number>>();
});

test('an expectation knows the result of its scenario', () => {
  const scenarios = {
    doubles: { run: async ({ solution }) => ({ six: await solution.double(3) }) },
    waits: { hidden: true, run: () => 'text' },
  } satisfies Scenarios<{ double(number: number): Promise<number> }>;
  type Own = Expectations<typeof scenarios>;
  expectTypeOf<keyof Own>().toEqualTypeOf<'doubles' | 'waits'>();
  expectTypeOf<Parameters<Own['doubles']>[0]>().toEqualTypeOf<Evidence<{ six: number }>>();
  expectTypeOf<Parameters<Own['waits']>[0]['result']>().toEqualTypeOf<string>();
  expectTypeOf<Parameters<Expectations[string]>[0]['result']>().toBeUnknown();
});
