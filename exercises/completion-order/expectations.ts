import type { Evidence, Expectations, Outcome } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

type Brought = { plate: string; atMs: number };

/** The plates first, then their times, so that a failure says which of the two is wrong. */
function compareBrought({ expect }: Evidence, brought: Brought[], expected: Brought[]): void {
  const plates = (list: Brought[]) => list.map(({ plate }) => plate);
  const times = (list: Brought[]) => list.map(({ atMs }) => atMs);
  expect(plates(brought), 'plates in the order in which they were brought').toEqual(plates(expected));
  expect(times(brought), 'virtual ms at which they were brought').toEqual(times(expected));
}

/** The message of what it rejected with, or a word that it did not. */
function messageOf(outcome: Outcome): string {
  return 'error' in outcome ? outcome.error.message : 'it did not reject';
}

export default {
  'each plate is brought when it is ready': (evidence) => {
    const { expect } = evidence;
    const { brought, plates } = evidence.result;
    expect(evidence).toStartTogether('cook');
    compareBrought(evidence, brought, [
      { plate: 'SALAD', atMs: 100 },
      { plate: 'SOUP', atMs: 200 },
      { plate: 'STEAK', atMs: 900 },
    ]);
    expect(plates, 'the plates on the bill').toEqual(['STEAK', 'SOUP', 'SALAD']);
    expect(evidence).toTakeExactly(900);
  },

  'a dish that fails ends the waiting at once': (evidence) => {
    const { expect } = evidence;
    const { outcome, failedMs, broughtBefore } = evidence.result;
    expect(messageOf(outcome), 'what it rejects with').toBe('Out of pie');
    expect(failedMs, 'virtual ms until serve rejected').toBe(250);
    compareBrought(evidence, broughtBefore, [{ plate: 'SOUP', atMs: 100 }]);
  },

  'no dishes, no plates': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toEqual({ brought: [], plates: [] });
    expect(evidence.calls('cook').length, 'dishes cooked').toBe(0);
  },

  'the same dish may be ordered twice': (evidence) => {
    const { expect } = evidence;
    const { number, brought, plates } = evidence.result;
    compareBrought(evidence, brought, [
      { plate: 'cake', atMs: 100 },
      { plate: `tea ${number + 1}`, atMs: 200 },
      { plate: `tea ${number}`, atMs: 300 },
    ]);
    expect(plates, 'the plates on the bill').toEqual([`tea ${number}`, 'cake', `tea ${number + 1}`]);
  },

  'any dishes, at any speed': (evidence) => {
    const { expect } = evidence;
    const { dishes, latenciesMs, brought, plates } = evidence.result;
    const all = dishes.map((dish, index) => ({ plate: dish.toUpperCase(), atMs: latenciesMs[index] ?? 0 }));
    expect(evidence).toStartTogether('cook');
    expect(evidence).toHaveCalledTimes('cook', dishes.length);
    compareBrought(
      evidence,
      brought,
      all.toSorted((one, other) => one.atMs - other.atMs),
    );
    expect(plates, 'the plates on the bill').toEqual(all.map(({ plate }) => plate));
    expect(evidence).toTakeExactly(Math.max(...latenciesMs));
  },

  'a failure of any dish': (evidence) => {
    const { expect } = evidence;
    const { failsMs, outcome, failedMs, broughtMs } = evidence.result;
    expect(messageOf(outcome), 'what it rejects with').toBe(`Out of ${failsMs}`);
    expect(failedMs, 'virtual ms until serve rejected').toBe(failsMs);
    expect(broughtMs, 'virtual ms at which plates were brought before').toEqual([100]);
  },
} satisfies Expectations<typeof scenarios>;
