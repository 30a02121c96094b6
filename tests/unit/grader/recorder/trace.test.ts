import { describe, expect, test } from 'vitest';
import { makeRecorder, NO_SITE } from '#grader/recorder/recorder.ts';
import { makeTrace } from '#grader/recorder/trace.ts';

function make() {
  const recorder = makeRecorder(() => 0, { eventLimit: 100 });
  return { recorder, trace: makeTrace(recorder) };
}

describe('the hooks in the wrong hands', () => {
  test.each([{ toString: () => '0,"forged":1' }, 0.5, Number.NaN, '0,"forged":1', undefined, -Infinity, 10n])(
    '%o is no place',
    (site) => {
      const { recorder, trace } = make();
      trace.hooks.arg(site as number, null);
      expect(recorder.site).toBe(NO_SITE);
      trace.hooks.none(site as number);
      expect(recorder.site).toBe(NO_SITE);
      const promise = Promise.resolve();
      trace.hooks.made(site as number, promise);
      trace.hooks.wait(site as number, promise);
      expect(trace.pendingWaits()).toMatchObject({ 0: { awaitedSite: NO_SITE, madeSite: NO_SITE } });
    },
  );

  test('what only looks like a promise is passed through, and nothing is claimed of it', () => {
    const { trace } = make();
    const fake = Object.create(Promise.prototype) as object;
    const trap = new Proxy(
      {},
      {
        getPrototypeOf() {
          throw new Error('asked');
        },
      },
    );
    expect(trace.hooks.made(1, fake)).toBe(fake);
    expect(trace.hooks.wait(2, fake)).toBe(fake);
    expect(trace.hooks.wait(2, trap)).toBe(trap);
    trace.probe();
    expect(trace.pendingWaits().length).toBe(0);
  });
});

test('promises that settled are not pending, whatever was patched on them', async () => {
  const { trace } = make();
  // oxlint-disable-next-line unicorn/no-thenable -- the patched method is what is tested
  const settled = Object.assign(Promise.resolve(1), { then: () => 0, constructor: Array });
  const pending = new Promise(() => {});
  trace.hooks.made(7, pending);
  trace.hooks.wait(1, settled);
  trace.hooks.wait(2, pending);
  trace.probe();
  await Promise.resolve();
  expect(trace.pendingWaits()).toMatchObject({ length: 1, 0: { awaitedSite: 2, madeSite: 7 } });
});

test('nothing is spread into a call without arguments, whatever Array.prototype says', () => {
  const { trace } = make();
  expect([...trace.hooks.none(3)]).toEqual([]);
});
