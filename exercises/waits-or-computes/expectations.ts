import type { Evidence, Expectations } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

type Sorted = { waits: string[]; computes: string[] };
type Shift = { name: string; startMs: number; endMs: number };

/** Job by job, so that a failure names the first that is in the wrong list. */
function checkSorted({ expect }: Evidence, sorted: Sorted, expected: Sorted): void {
  for (const kind of ['waits', 'computes'] as const) {
    for (const name of expected[kind]) {
      const found = sorted.waits.includes(name)
        ? 'waits'
        : sorted.computes.includes(name)
          ? 'computes'
          : 'no';
      expect(`${found} list`, `where ${name} stands`).toBe(`${kind} list`);
    }
  }
  expect(sorted.waits, 'the jobs that wait').toEqual(expected.waits);
  expect(sorted.computes, 'the jobs that compute').toEqual(expected.computes);
}

function checkShifts({ expect }: Evidence, shifts: Shift[], names: string[]): void {
  expect(
    shifts.map(({ name }) => name),
    'the jobs in the order in which they ran',
  ).toEqual(names);
  for (const [index, { name, startMs }] of shifts.entries()) {
    const before = shifts[index - 1];
    const isAlone = before === undefined || (before.endMs !== -1 && startMs >= before.endMs);
    const how = isAlone ? 'after the job before' : 'during the job before';
    expect(how, `when ${name} began`).toBe('after the job before');
  }
}

export default {
  'a promise, or none, proves nothing': (evidence) => {
    const { expect } = evidence;
    checkSorted(evidence, evidence.result, { waits: ['mail'], computes: ['chart', 'thumbnails'] });
    expect(evidence).toHaveCalledTimes('fetchMail', 1);
  },

  'computing after an await is computing too': (evidence) => {
    checkSorted(evidence, evidence.result, { waits: ['backup'], computes: ['report'] });
  },

  'the jobs run one after another': (evidence) => {
    const { expect } = evidence;
    const { sorted, shifts } = evidence.result;
    checkShifts(evidence, shifts, ['mail', 'chart', 'news']);
    checkSorted(evidence, sorted, { waits: ['mail', 'news'], computes: ['chart'] });
    expect(evidence).toLeaveNothingBehind();
  },

  'a little of the other does not count': (evidence) => {
    checkSorted(evidence, evidence.result, { waits: ['index'], computes: ['film', 'sums'] });
  },

  'a job that fails is sorted, too': (evidence) => {
    const { expect } = evidence;
    checkSorted(evidence, evidence.result, { waits: ['mail', 'news'], computes: ['chart'] });
    expect(evidence).toLeaveNothingBehind();
  },

  'any list of jobs, also an empty one': (evidence) => {
    const { expect } = evidence;
    const { plans, shifts, sorted, sortedNothing } = evidence.result;
    const namesOf = (kind: string): string[] =>
      plans.filter((plan) => plan.kind === kind).map(({ name }) => name);
    checkShifts(
      evidence,
      shifts,
      plans.map(({ name }) => name),
    );
    checkSorted(evidence, sorted, { waits: namesOf('waits'), computes: namesOf('computes') });
    expect(sortedNothing, 'the answer for no jobs').toEqual({ waits: [], computes: [] });
    expect(evidence).toLeaveNothingBehind();
  },
} satisfies Expectations<typeof scenarios>;
