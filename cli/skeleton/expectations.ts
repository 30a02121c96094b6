// What must have happened: judges the recording, apart from the student's code. The first assertion that fails is what the
// student reads, so the most telling one comes first.
import type { Expectations } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

export default {
  'all guests are greeted together': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toStartTogether('greet');
    expect(evidence.result).toEqual(['I am Ada', 'I am Bo', 'I am Cy', 'I am Dee', 'I am Eve']);
    expect(evidence).toTakeExactly(100);
  },

  'answers come in the order of the names': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toEqual(['I am Ada', 'I am Bo', 'I am Cy']);
    expect(evidence).toTakeExactly(300);
  },

  'a guest who has left is told at once': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toRejectWith('Bo has left');
    expect(evidence).toTakeExactly(100);
  },

  'any guests, at any speed': (evidence) => {
    const { expect } = evidence;
    const { guests, answers } = evidence.result;
    expect(evidence).toStartTogether('greet');
    expect(evidence).toHaveCalledTimes('greet', guests.length);
    expect(answers, 'the answers').toEqual(guests.map(({ name }) => `I am ${name}`));
    expect(evidence).toTakeExactly(Math.max(...guests.map(({ ms }) => ms)));
  },
} satisfies Expectations<typeof scenarios>;
