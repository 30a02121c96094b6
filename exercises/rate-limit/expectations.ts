import type { Evidence, Expectations } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

/** The questions in the order in which they were asked. */
function asked(evidence: Evidence): unknown[] {
  return evidence.calls('ask').map(({ args }) => args[0]);
}

/** The time at which each question has to start. */
function planOf(perSecond: number, timesMs: number[]): number[] {
  const startsMs: number[] = [];
  timesMs.forEach((atMs, index) => {
    startsMs.push(Math.max(atMs, (startsMs[index - perSecond] ?? -Infinity) + 1000));
  });
  return startsMs;
}

function answersTo(questions: string[]): string[] {
  return questions.map((question) => `About ${question}`);
}

export default {
  'seven questions at once, three per second': (evidence) => {
    const { expect } = evidence;
    const questions = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    expect(asked(evidence), 'the questions in the order of their starts').toEqual(questions);
    expect(evidence).toStartAt('ask', [0, 0, 0, 1000, 1000, 1000, 2000]);
    expect(evidence.result).toEqual(answersTo(questions));
    expect(evidence).toTakeExactly(2050);
  },

  'a second begins with each start': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toStartAt('ask', [0, 600, 1000, 1600, 2800]);
    expect(evidence).toTakeExactly(2850);
  },

  'a failure reaches whoever asked, and nobody else': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toStartAt('ask', [0, 0, 1000, 1000]);
    expect(evidence.result, 'what became of each question').toEqual([
      { value: 'About Como' },
      { error: { name: 'Error', message: 'No such lake' } },
      { value: 'About Garda' },
      { value: 'About Iseo' },
    ]);
  },

  'a slow answer keeps nobody waiting': (evidence) => {
    const { expect } = evidence;
    const { slowMs } = evidence.result;
    expect(evidence).toStartAt('ask', [0, 0, 1000, 1000, 2000]);
    expect(evidence).toTakeExactly(2000 + slowMs);
  },

  'any questions, at any time': (evidence) => {
    const { expect } = evidence;
    const { perSecond, timesMs } = evidence.result;
    expect(evidence).toStartAt('ask', planOf(perSecond, timesMs));
    const questions = timesMs.map((_, index) => `question ${index}`);
    expect(asked(evidence), 'the questions in the order of their starts').toEqual(questions);
  },

  'two limits do not count each other': (evidence) => {
    const { expect } = evidence;
    const { questions, answers } = evidence.result;
    expect(evidence).toStartAt('ask', [0, 0, 1000]);
    expect(evidence).toStartAt('search', [0, 1000, 2000]);
    expect(answers, 'the answers').toEqual(answersTo(questions.flatMap((question) => [question, question])));
  },
} satisfies Expectations<typeof scenarios>;
