import type { Expectations } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

type Plan = { startsMs: number[]; ends: string[] };

/** When `load` has to start, and what each question has to come to. */
function planOf(questions: { atMs: number; key: string }[], loadMs: number, failing: string): Plan {
  const plan: Plan = { startsMs: [], ends: [] };
  const readyMs = new Map<string, number>();
  for (const { atMs, key } of questions) {
    const known = readyMs.get(key);
    const isGone = known === undefined || (key === failing && known < atMs);
    const settlesMs = isGone ? atMs + loadMs : known;
    if (isGone) plan.startsMs.push(atMs);
    readyMs.set(key, settlesMs);
    plan.ends.push(
      `${key === failing ? 'Error: Not found' : `user ${key}`} at ${Math.max(atMs, settlesMs)} ms`,
    );
  }
  return plan;
}

export default {
  'three widgets ask for the same user at once': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toHaveCalledTimes('load', 1);
    expect(evidence.result).toEqual(['user ada', 'user ada', 'user ada']);
    expect(evidence).toTakeExactly(200);
  },

  'a user who is there is not loaded again': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toHaveCalledTimes('load', 2);
    expect(evidence).toStartAt('load', 0);
    expect(evidence.result).toEqual(['user ada', 'user bo', 'user bo', 'user ada']);
    expect(evidence).toTakeExactly(500);
  },

  'a failure is not kept': (evidence) => {
    const { expect } = evidence;
    const { both, later } = evidence.result;
    expect(both[0], 'what the first one got').toBe('Error: Server is busy');
    expect(both[1], 'what the second one got').toBe('Error: Server is busy');
    expect(later, 'what the one who asks later got').toBe('user ada');
    expect(evidence).toStartAt('load', [0, 500]);
    expect(evidence).toTakeExactly(600);
  },

  'who hears of a failure can ask again at once': (evidence) => {
    const { expect } = evidence;
    const { failsAfterMs, user } = evidence.result;
    expect(user, 'what came at the second time').toBe('user ada');
    expect(evidence).toStartAt('load', [0, failsAfterMs]);
    expect(evidence).toTakeExactly(failsAfterMs + 100);
  },

  'any key, any value': (evidence) => {
    const { expect } = evidence;
    const { keys, values, first, second } = evidence.result;
    expect(first, 'the values at the first time').toEqual(values);
    expect(second, 'the values at the second time').toEqual(values);
    expect(evidence).toHaveCalledTimes('load', keys.length);
    expect(evidence).toTakeExactly(50);
  },

  'any questions, at any time': (evidence) => {
    const { expect } = evidence;
    const { questions, loadMs, failing, ends } = evidence.result;
    const plan = planOf(questions, loadMs, failing);
    expect(evidence).toHaveCalledTimes('load', plan.startsMs.length);
    expect(evidence).toStartAt('load', plan.startsMs);
    expect(ends, 'what the questions came to').toEqual(plan.ends);
  },

  'two caches share nothing': (evidence) => {
    const { expect } = evidence;
    const { key, found } = evidence.result;
    expect(found, 'what the two caches gave').toEqual([`user ${key}`, `team ${key}`]);
    expect(evidence).toStartTogether();
  },
} satisfies Expectations<typeof scenarios>;
