import type { Evidence, Expectations } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

type Written = { name: string; count: number; atMs: number };
type Followed = Evidence<{ problem: string; written: Written[] }>;

/** Checks that the schedule could be followed. Gives what was written, in order. */
function writtenUnder(schedule: string, { expect, result }: Followed): Written[] {
  expect(result.problem, `what is wrong with ${schedule}`).toBe('nothing');
  return result.written;
}

function inWords(written: Written[]): string {
  return written.map(({ name, count, atMs }) => `${name} wrote ${count} at ${atMs} ms`).join(', ');
}

function compareCount(schedule: string, evidence: Followed, count: number): void {
  const written = writtenUnder(schedule, evidence);
  evidence.expect(written.at(-1)?.count, `the count at the end (${inWords(written)})`).toBe(count);
}

export default {
  'losesOne: the count ends at 2': (evidence) => compareCount('losesOne', evidence, 2),

  'losesTwo: the count ends at 1': (evidence) => compareCount('losesTwo', evidence, 1),

  'runsBackwards: the count gets smaller': (evidence) => {
    const written = writtenUnder('runsBackwards', evidence);
    const falls = written.some(({ count }, index) => count < (written[index - 1]?.count ?? 0));
    evidence.expect(falls, `whether the count gets smaller (${inWords(written)})`).toBe(true);
  },

  'lastComesFirst: all are counted, from the last to the first': (evidence) => {
    const written = writtenUnder('lastComesFirst', evidence);
    const names = written.map(({ name }) => name).join(', ');
    evidence.expect(names, 'who has written, in order').toBe('Cem, Bo, Ada');
    compareCount('lastComesFirst', evidence, 3);
  },
} satisfies Expectations<typeof scenarios>;
