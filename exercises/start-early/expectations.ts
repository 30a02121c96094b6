import type { Evidence, Expectations, Outcome } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

type Page = { shown: { part: unknown; atMs: number }[]; doneMs: number };
type Expected = { comments: string[]; articleMs: number; commentsMs: number };

/** The parts first, then their times, so that a failure says which of the two is wrong. */
function comparePage({ expect }: Evidence, { shown, doneMs }: Page, expected: Expected): void {
  const { comments, articleMs, commentsMs } = expected;
  const parts = shown.map(({ part }) => part);
  const times = shown.map(({ atMs }) => atMs);
  expect(parts, 'what was shown').toEqual(['On herons', comments]);
  expect(times, 'virtual ms at which article and comments were shown').toEqual([articleMs, commentsMs]);
  expect(doneMs, 'virtual ms until openPage fulfilled').toBe(commentsMs);
}

/** The message of what it rejected with, or a word that it did not. */
function messageOf(outcome: Outcome): string {
  return 'error' in outcome ? outcome.error.message : 'it did not reject';
}

export default {
  'both loads start at once, the article is shown first': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toHaveCalledTimes('loadArticle', 1);
    expect(evidence).toHaveCalledTimes('loadComments', 1);
    expect(evidence).toStartAt('loadComments', 0);
    expect(evidence).toStartAt('loadArticle', 0);
    const comments = ['Lovely', 'More, please'];
    comparePage(evidence, evidence.result, { comments, articleMs: 200, commentsMs: 300 });
  },

  'comments that arrive first wait for the article': (evidence) => {
    comparePage(evidence, evidence.result, { comments: ['First'], articleMs: 250, commentsMs: 250 });
  },

  'without an article there is nothing to show': (evidence) => {
    const { expect } = evidence;
    const { outcome, failedMs, shown } = evidence.result;
    expect(messageOf(outcome), 'what it rejects with').toBe('No such article');
    expect(shown, 'what was shown').toEqual([]);
    expect(failedMs, 'virtual ms until openPage rejected').toBe(120);
  },

  'any speed of the two': (evidence) => {
    for (const { speed, ...page } of evidence.result.pages) {
      const { comments, articleMs, commentsMs } = speed;
      comparePage(evidence, page, { comments, articleMs, commentsMs: Math.max(articleMs, commentsMs) });
    }
  },

  'a failure while the comments are there already': (evidence) => {
    const { expect } = evidence;
    const { failsMs, outcome, shown } = evidence.result;
    expect(messageOf(outcome), 'what it rejects with').toBe(`Printer ${failsMs} is on fire`);
    expect(shown, 'what was shown').toEqual([]);
    expect(evidence).toTakeExactly(failsMs);
  },
} satisfies Expectations<typeof scenarios>;
