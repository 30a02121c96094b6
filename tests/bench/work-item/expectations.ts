import type { Expectations } from '#grader/author.ts';

export default {
  'answers come back in the order of the ids': ({ expect, result }) => {
    expect(result).toEqual([
      { id: 1, text: 'answer 1' },
      { id: 2, text: 'answer 2' },
      { id: 3, text: 'answer 3' },
    ]);
  },
  'takes as long as the slowest request': (evidence) => {
    evidence.expect(evidence).toTakeExactly(300);
  },
  'a failed request rejects at once': (evidence) => {
    evidence.expect(evidence.error).toMatchObject({ message: 'no answer for 2' });
    evidence.expect(evidence).toTakeExactly(100);
  },
  'all requests start before any ends': (evidence) => {
    evidence.expect(evidence.calls('request')).toHaveLength(3);
    evidence.expect(evidence).toStartTogether('request');
  },
  'an empty list asks for nothing': (evidence) => {
    evidence.expect(evidence.result).toEqual([]);
    evidence.expect(evidence.calls()).toEqual([]);
  },
} satisfies Expectations;
