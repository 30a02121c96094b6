import type { Expectations } from '#grader/author.ts';

export default {
  'right whoever answers first': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toEqual([1, 2, 3].map((id) => ({ id, text: `answer ${id}` })));
    expect(evidence.calls('request')).toHaveLength(3);
    expect(evidence).toStartTogether('request');
    expect(evidence).toTakeExactly(Math.max(...evidence.calls().map(({ endMs }) => endMs ?? 0)));
  },
} satisfies Expectations;
