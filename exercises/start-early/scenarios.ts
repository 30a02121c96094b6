import type { Lab, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Solution = typeof solution;
type Part = { part: string | string[]; atMs: number };
type Speed = { articleMs: number; commentsMs: number; comments: string[] };

/** Opens one page; tells what was shown, at which virtual ms after the beginning, and when it was done. */
async function open(lab: Lab<Solution>, { articleMs, commentsMs, comments }: Speed) {
  const { loadArticle, loadComments } = lab.simulate({
    loadArticle: { ms: articleMs, value: 'On herons' },
    loadComments: { ms: commentsMs, value: comments },
  });
  const startedMs = lab.now();
  const shown: Part[] = [];
  await lab.solution.openPage(loadArticle, loadComments, (part) => {
    shown.push({ part, atMs: lab.now() - startedMs });
  });
  return { shown, doneMs: lab.now() - startedMs };
}

export default {
  'both loads start at once, the article is shown first': {
    async run(lab) {
      return await open(lab, { articleMs: 200, commentsMs: 300, comments: ['Lovely', 'More, please'] });
    },
  },

  'comments that arrive first wait for the article': {
    async run(lab) {
      return await open(lab, { articleMs: 250, commentsMs: 100, comments: ['First'] });
    },
  },

  'without an article there is nothing to show': {
    async run(lab) {
      const { loadArticle, loadComments } = lab.simulate({
        loadArticle: { ms: 120, rejects: 'No such article' },
        loadComments: { ms: 400, value: ['Where is it?'] },
      });
      const shown: (string | string[])[] = [];
      const outcome = await lab.outcomeOf(() =>
        lab.solution.openPage(loadArticle, loadComments, (part) => shown.push(part)),
      );
      const failedMs = lab.now();
      await lab.sleep(500);
      return { outcome, failedMs, shown };
    },
  },

  'any speed of the two': {
    hidden: true,
    async run(lab) {
      const shortMs = lab.integer(10, 140);
      const longMs = lab.integer(150, 400);
      const comments = [`Comment ${lab.integer(1, 99)}`];
      const slowComments = { articleMs: shortMs, commentsMs: longMs, comments };
      const slowArticle = { articleMs: longMs, commentsMs: shortMs, comments: [] };
      return {
        pages: [
          { speed: slowComments, ...(await open(lab, slowComments)) },
          { speed: slowArticle, ...(await open(lab, slowArticle)) },
        ],
      };
    },
  },

  'a failure while the comments are there already': {
    hidden: true,
    async run(lab) {
      const failsMs = lab.integer(200, 300);
      const { loadArticle, loadComments } = lab.simulate({
        loadArticle: { ms: failsMs, rejects: `Printer ${failsMs} is on fire` },
        loadComments: { ms: lab.integer(10, 90), value: ['So soon'] },
      });
      const shown: (string | string[])[] = [];
      const outcome = await lab.outcomeOf(() =>
        lab.solution.openPage(loadArticle, loadComments, (part) => shown.push(part)),
      );
      return { failsMs, outcome, shown };
    },
  },
} satisfies Scenarios<Solution>;
