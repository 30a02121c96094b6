import type { Evidence, Expectations } from '#grader/author.ts';

function expectTotal(evidence: Evidence, ids: number[]): void {
  const { expect, result, elapsedMs } = evidence;
  const total = ids.reduce((sum, id) => sum + id * 7 + 3, 0);
  expect(result).toEqual({ total, count: ids.length });
  expect(elapsedMs).toBeLessThanOrEqual(100);
  expect(evidence.calls('fetchItem').map((call) => call.args[0])).toEqual(ids);
}

export default {
  'three items': (evidence) => expectTotal(evidence, [1, 2, 3]),
  'no items': (evidence) => expectTotal(evidence, []),
  'repeated items': (evidence) => expectTotal(evidence, [5, 5, 9, 12]),
} satisfies Expectations;
