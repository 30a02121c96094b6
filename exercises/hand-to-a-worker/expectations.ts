import type { Expectations } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

export default {
  'three jobs are under way at once': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toStartInOrder(['shrink("cat")', 'shrink("dog")', 'shrink("emu")']);
    expect(evidence).toStartTogether('shrink');
    expect(evidence.result).toEqual(['small cat', 'small dog', 'small emu']);
    expect(evidence).toTakeExactly(100);
  },

  'answers may overtake each other': (evidence) => {
    const { expect } = evidence;
    const [cat, dog, emu] = evidence.result;
    expect(cat, 'the answer for the cat').toEqual({ result: 'small cat', atMs: 300 });
    expect(dog, 'the answer for the dog').toEqual({ result: 'small dog', atMs: 200 });
    expect(emu, 'the answer for the emu').toEqual({ result: 'small emu', atMs: 100 });
  },

  'a job that fails rejects its own promise': (evidence) => {
    const { expect } = evidence;
    const [cat, notes, emu] = evidence.result;
    expect(notes, 'what became of the notes').toBe('Error: Not a picture');
    expect(cat, 'what became of the cat').toBe('small cat');
    expect(emu, 'what became of the emu').toBe('small emu');
  },

  'messages without an id disturb nobody': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toEqual(['small cat', 'small dog']);
    expect(evidence).toTakeExactly(80);
  },

  'one listener for many jobs': (evidence) => {
    const { expect } = evidence;
    const { jobs, results, ids, mostListeners } = evidence.result;
    expect(results, 'the results').toEqual(jobs.map((job) => `small ${job}`));
    expect(new Set(ids).size, 'different ids').toBe(jobs.length);
    expect(mostListeners, 'listeners that were attached at the same time').toBe(1);
  },

  'the same job twice': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toEqual(['first', 'second']);
    expect(evidence).toTakeExactly(200);
  },

  'any result, any error': (evidence) => {
    const { expect } = evidence;
    const { values, results, inVain } = evidence.result;
    expect(results, 'the results').toEqual(values);
    expect(inVain, 'what became of the job with an empty error').toBe('Error: ');
  },

  'two workers at the same time': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toEqual(['small cat', 'framed dog']);
  },
} satisfies Expectations<typeof scenarios>;
