import { describe, expect, test } from 'vitest';
import { makeRecorder } from '#grader/recorder/recorder.ts';
import { makeStepTrace } from '#grader/recorder/steps.ts';
import { makeTrace } from '#grader/recorder/trace.ts';

function make() {
  const recorder = makeRecorder(() => 0, { eventLimit: 100 });
  const trace = makeTrace(recorder);
  const steps = makeStepTrace(recorder, () => 0, trace.hooks);
  steps.begin();
  return { recorder, steps };
}

describe('the hooks in the wrong hands', () => {
  const odd = [
    { toString: () => '0,"forged":1' },
    '0,"forged":1',
    0.5,
    Number.NaN,
    undefined,
    10n,
  ] as never[];

  test.each(odd)('%o is no place and no function', (thing) => {
    const { steps } = make();
    const frame = steps.hooks.enter(thing, thing);
    steps.hooks.suspend({ id: thing, site: thing } as never, thing, 1);
    steps.hooks.yields({ id: thing } as never, thing, 1);
    steps.hooks.resumes({ id: thing } as never, thing, 1);
    steps.hooks.receives(thing, thing, thing, Promise.resolve());
    steps.hooks.reacts(thing, thing, 0, true, () => {});
    steps.hooks.combines(thing, [Promise.resolve()]);
    steps.hooks.leave(frame);
    for (let index = 0; index < steps.steps.length; index += 1)
      expect(steps.steps[index]).toMatchObject({ site: -1, microtask: expect.any(Number) as number });
    for (let index = 0; index < steps.microtasks.length; index += 1)
      expect(steps.microtasks[index]).toMatchObject({
        site: -1,
        kind: expect.stringMatching(/^[a-z]+$/) as string,
      });
  });

  test('what only looks like a promise is asked nothing', () => {
    const { steps } = make();
    const fake = Object.create(Promise.prototype, {
      // oxlint-disable-next-line unicorn/no-thenable -- such an object is what is tested
      then: {
        get() {
          throw new Error('asked');
        },
      },
    }) as object;
    expect(steps.hooks.receives(1, 'then', 'x', fake)).toBe(fake);
    expect(() => steps.hooks.reacts(1, 'then', 0, true, () => {})).not.toThrow();
    expect(steps.hooks.combines(1, [fake])).toEqual([fake]);
  });
});

test('every hook hands on what it was given', () => {
  const { steps } = make();
  const frame = steps.hooks.enter(0, 0);
  const value = {};
  expect(steps.hooks.returns(frame, value)).toBe(value);
  expect(steps.hooks.yields(frame, 1, value)).toBe(value);
  expect(steps.hooks.resumes(frame, 1, value)).toBe(value);
  expect(steps.hooks.receives(1, 'other', 'x', value)).toBe(value);
  expect(steps.hooks.reacts(1, 'then', 0, true, value)).toBe(value);
  expect(steps.hooks.combines(1, value)).toBe(value);
  const promise = Promise.resolve(1);
  expect(steps.hooks.suspend(frame, 1, promise)).toBe(promise);
});

test('after the limit nothing is noted, and everything goes on', () => {
  const { recorder, steps } = make();
  for (let index = 0; index < 5000; index += 1) recorder.mark('console', 'x', 'log');
  const frame = steps.hooks.enter(0, 1);
  expect(steps.hooks.suspend(frame, 1, 7)).toBe(7);
  steps.hooks.leave(frame);
  expect(steps.isCut).toBe(true);
  expect(steps.steps.length).toBe(2000);
});
