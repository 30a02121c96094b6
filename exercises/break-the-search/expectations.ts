import type { Evidence, Expectations } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

type Followed = Evidence<{ problem: string; order: number[] | null; shown: number[] }>;

/** What was on the page, from the first answer to the last. */
function story({ order, shown }: { order: number[] | null; shown: number[] }): string {
  return `the answers come in the order ${order?.join(', ')}; shown are those to ${shown.join(', ')}`;
}

/** Checks that the order breaks the box: an old answer is on the page at the end. */
function compareOrder(box: string, { expect, result }: Followed): void {
  expect(result.problem, `what is wrong with the order for ${box}`).toBe('nothing');
  if (result.order === null) expect('cannot be broken', `what you say of ${box}`).toBe('can be broken');
  const isBroken = result.shown.at(-1) !== 3;
  expect(isBroken ? 'broken' : 'right', `${box} at the end (${story(result)})`).toBe('broken');
}

export default {
  'showsAll shows an old answer': (evidence) => compareOrder('showsAll', evidence),
  'comparesTexts shows an old answer': (evidence) => compareOrder('comparesTexts', evidence),
  'the third box, dropsTheOneBefore': (evidence) => compareOrder('dropsTheOneBefore', evidence),

  'the fourth box, neverGoesBack': ({ expect, result }) => {
    expect(result.problem, 'what is wrong with the order for neverGoesBack').toBe('nothing');
    if (result.order === null) return;
    expect('right', `neverGoesBack at the end (${story(result)})`).toBe('broken');
  },
} satisfies Expectations<typeof scenarios>;
