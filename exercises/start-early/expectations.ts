import type { Expectations } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

export default {
  'both loads start at once, the article is shown first': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toHaveCalledTimes('loadArticle', 1);
    expect(evidence).toHaveCalledTimes('loadComments', 1);
    expect(evidence).toStartAt('loadComments', 0);
    expect(evidence).toStartAt('loadArticle', 0);
    const { shown, doneMs } = evidence.result;
    expect(shown, 'what was shown, and when').toEqual([
      { part: 'On herons', atMs: 200 },
      { part: ['Lovely', 'More, please'], atMs: 300 },
    ]);
    expect(doneMs, 'virtual ms until openPage fulfilled').toBe(300);
  },

  'comments that arrive first wait for the article': (evidence) => {
    const { expect } = evidence;
    const { shown, doneMs } = evidence.result;
    expect(shown, 'what was shown, and when').toEqual([
      { part: 'On herons', atMs: 250 },
      { part: ['First'], atMs: 250 },
    ]);
    expect(doneMs, 'virtual ms until openPage fulfilled').toBe(250);
  },

  'without an article there is nothing to show': (evidence) => {
    const { expect } = evidence;
    const { outcome, failedMs, shown } = evidence.result;
    expect(outcome, 'what became of it').toEqual({ error: { name: 'Error', message: 'No such article' } });
    expect(shown, 'what was shown').toEqual([]);
    expect(failedMs, 'virtual ms until openPage rejected').toBe(120);
  },

  'any speed of the two': (evidence) => {
    const { expect } = evidence;
    for (const { speed, shown, doneMs } of evidence.result.pages) {
      const { articleMs, commentsMs, comments } = speed;
      const allMs = Math.max(articleMs, commentsMs);
      expect(shown, 'what was shown, and when').toEqual([
        { part: 'On herons', atMs: articleMs },
        { part: comments, atMs: allMs },
      ]);
      expect(doneMs, 'virtual ms until openPage fulfilled').toBe(allMs);
    }
  },

  'a failure while the comments are there already': (evidence) => {
    const { expect } = evidence;
    const { failsMs, outcome, shown } = evidence.result;
    const message = `Printer ${failsMs} is on fire`;
    expect(outcome, 'what became of it').toEqual({ error: { name: 'Error', message } });
    expect(shown, 'what was shown').toEqual([]);
    expect(evidence).toTakeExactly(failsMs);
  },
} satisfies Expectations<typeof scenarios>;
