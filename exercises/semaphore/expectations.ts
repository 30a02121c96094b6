import type { Expectations } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

/** When each job has to start, if the places are given out in the order in which the jobs come. */
function planOf(places: number, jobs: { atMs: number; ms: number }[]): number[] {
  const freeAtMs = Array.from({ length: places }, () => 0);
  return jobs.map(({ atMs, ms }) => {
    const firstFreeMs = Math.min(...freeAtMs);
    const startMs = Math.max(atMs, firstFreeMs);
    freeAtMs[freeAtMs.indexOf(firstFreeMs)] = startMs + ms;
    return startMs;
  });
}

export default {
  'five jobs, two printers': (evidence) => {
    const { expect } = evidence;
    const files = ['menu', 'map', 'letter', 'poster', 'list'];
    expect(evidence).toHaveInFlightAtMost(2);
    expect(evidence).toStartInOrder(files.map((file) => `print("${file}")`));
    expect(evidence).toStartAt('print', [0, 0, 100, 100, 200]);
    expect(evidence.result).toEqual(files.map((file) => `pages of ${file}`));
  },

  'a job that fails gives its place back': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result, 'how the two jobs ended').toEqual(['Error: Paper jam', 'pages of map']);
    expect(evidence).toStartAt('print', [0, 60]);
    expect(evidence).toTakeExactly(120);
  },

  'nobody pushes in': (evidence) => {
    const { expect } = evidence;
    const { served, servedMs } = evidence.result;
    expect(served, 'who had the place, in this order').toEqual(['Ada', 'Bo', 'Cy']);
    expect(servedMs, 'virtual ms at which they had it').toEqual([0, 100, 200]);
  },

  'a job that throws at once gives its place back, too': (evidence) => {
    const { expect } = evidence;
    const { number, thrown, printed } = evidence.result;
    expect(thrown, 'how the job that throws ended').toBe(`RangeError: No page ${number}`);
    expect(printed, 'how the next job ended').toBe('pages of map');
    expect(evidence).toTakeExactly(40);
  },

  'after a rush there are as many places as before': (evidence) => {
    const { expect } = evidence;
    const { places } = evidence.result;
    expect(evidence).toHaveInFlightAtMost(places);
    expect(evidence).toStartAt('copy', [...Array.from({ length: places }, () => 150), 250]);
  },

  'any jobs, any number of places': (evidence) => {
    const { expect } = evidence;
    const { places, jobs, outcomes } = evidence.result;
    expect(evidence).toHaveInFlightAtMost(places);
    expect(evidence).toStartInOrder(jobs.map((_, index) => `print(${index})`));
    expect(evidence).toStartAt('print', planOf(places, jobs));
    const expected = jobs.map(({ fails }, index) => (fails ? 'Error: Paper jam' : `pages of ${index}`));
    expect(outcomes, 'how the jobs ended').toEqual(expected);
  },

  'two semaphores know nothing of each other': (evidence) => {
    const { expect } = evidence;
    const { printMs } = evidence.result;
    expect(evidence).toStartAt('print', [0, printMs, printMs * 2]);
    expect(evidence).toStartAt('scan', [0, 40, 80]);
  },
} satisfies Expectations<typeof scenarios>;
