import type { Lab, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Solution = typeof solution;
type Ask = solution.Ask;

function answerTo(question: string): string {
  return `About ${question}`;
}

/** First a crowd of 8 questions. When the last of them is through, as many as may start at once; and then some more. */
function crowdThenBurst(lab: Lab<Solution>, perSecond: number): number[] {
  const gapsMs = [
    ...Array.from({ length: 8 }, () => lab.integer(1, 450)),
    9000,
    ...Array.from({ length: perSecond - 1 }, () => lab.integer(5, 20)),
    ...Array.from({ length: 4 }, () => lab.integer(100, 200)),
  ];
  let atMs = 0;
  return gapsMs.map((gapMs) => (atMs += gapMs));
}

/** Asks one question at each of these times, and gives the answers. */
async function askAt(lab: Lab<Solution>, timesMs: number[], ask: Ask): Promise<string[]> {
  return await Promise.all(
    timesMs.map(async (atMs, index) => {
      if (atMs > 0) await lab.sleep(atMs);
      return await ask(`question ${index}`);
    }),
  );
}

export default {
  'seven questions at once, three per second': {
    async run(lab) {
      const { ask } = lab.simulate({ ask: { ms: 50, value: answerTo } });
      const politeAsk = lab.solution.limitRate(3, ask);
      return await Promise.all(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((question) => politeAsk(question)));
    },
  },

  'a second begins with each start': {
    async run(lab) {
      const { ask } = lab.simulate({ ask: { ms: 50, value: answerTo } });
      return await askAt(lab, [0, 600, 700, 750, 2800], lab.solution.limitRate(2, ask));
    },
  },

  'a failure reaches whoever asked, and nobody else': {
    async run(lab) {
      const { ask } = lab.simulate({ ask: { ms: 50, value: answerTo, rejects: { 1: 'No such lake' } } });
      const politeAsk = lab.solution.limitRate(2, ask);
      const questions = ['Como', 'Atlantis', 'Garda', 'Iseo'];
      return await Promise.all(questions.map((question) => lab.outcomeOf(() => politeAsk(question))));
    },
  },

  'a slow answer keeps nobody waiting': {
    hidden: true,
    async run(lab) {
      const slowMs = lab.integer(4000, 9000);
      const { ask } = lab.simulate({ ask: { ms: slowMs, value: answerTo } });
      const politeAsk = lab.solution.limitRate(2, ask);
      await Promise.all(['a', 'b', 'c', 'd', 'e'].map((question) => politeAsk(question)));
      return { slowMs };
    },
  },

  'any questions, at any time': {
    hidden: true,
    async run(lab) {
      const perSecond = lab.integer(1, 4);
      const timesMs = crowdThenBurst(lab, perSecond);
      const { ask } = lab.simulate({
        ask: { ms: 30, value: answerTo, rejects: (_args, index) => (index < 8 ? undefined : 'No such lake') },
      });
      const politeAsk = lab.solution.limitRate(perSecond, ask);
      await askAt(lab, timesMs, async (question) =>
        JSON.stringify(await lab.outcomeOf(() => politeAsk(question))),
      );
      return { perSecond, timesMs };
    },
  },

  'two limits do not count each other': {
    hidden: true,
    async run(lab) {
      const { limitRate } = lab.solution;
      const { ask, search } = lab.simulate({
        ask: { ms: 40, value: answerTo },
        search: { ms: 60, value: answerTo },
      });
      const [politeAsk, politeSearch] = [limitRate(2, ask), limitRate(1, search)];
      const questions = [lab.integer(1, 9), lab.integer(10, 99), lab.integer(100, 999)].map(String);
      const answers = await Promise.all(
        questions.flatMap((question) => [politeAsk(question), politeSearch(question)]),
      );
      return { questions, answers };
    },
  },
} satisfies Scenarios<Solution>;
