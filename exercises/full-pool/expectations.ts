import type { Evidence, Expectations } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

function filesOf(clips: string[]): string[] {
  return clips.map((clip) => `${clip}.webm`);
}

/** The items that `task` was called with, in the order of the calls. */
function converted(evidence: Evidence): unknown[] {
  return evidence.calls('convert').map(({ args }) => args[0]);
}

/** The times at which tasks of these latencies start in a full pool, and the end of the last. */
function planOf(limit: number, latenciesMs: number[]): { startsMs: number[]; endMs: number } {
  const freeAtMs = Array.from({ length: limit }, () => 0);
  const startsMs = latenciesMs.map((ms) => {
    const startMs = Math.min(...freeAtMs);
    freeAtMs[freeAtMs.indexOf(startMs)] = startMs + ms;
    return startMs;
  });
  return { startsMs, endMs: Math.max(...freeAtMs) };
}

export default {
  'six clips, two at a time': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toHaveInFlightAtMost(2);
    expect(evidence).toKeepInFlight(2);
    const items = ['a', 'b', 'c', 'd', 'e', 'f'];
    expect(converted(evidence), 'the items in the order of their tasks').toEqual(items);
    expect(evidence).toStartAt('convert', [0, 0, 100, 200, 300, 400]);
    expect(evidence.result).toEqual(filesOf(items));
    expect(evidence).toTakeExactly(500);
  },

  'results come in the order of the items': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toEqual(filesOf(['intro', 'chase', 'storm', 'credits']));
    expect(evidence).toTakeExactly(200);
  },

  'one at a time': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toRunOneAfterAnother('convert');
    expect(evidence).toStartAt('convert', [0, 120, 200]);
    expect(evidence.result).toEqual(filesOf(['a', 'b', 'c']));
    expect(evidence).toTakeExactly(240);
  },

  'any number of items, any limit': (evidence) => {
    const { expect } = evidence;
    const { limit, clips, latenciesMs, files } = evidence.result;
    const { startsMs, endMs } = planOf(limit, latenciesMs);
    expect(evidence).toHaveInFlightAtMost(limit);
    expect(evidence).toKeepInFlight(limit);
    expect(converted(evidence), 'the items in the order of their tasks').toEqual(clips);
    expect(evidence).toStartAt('convert', startsMs);
    expect(files, 'the results').toEqual(filesOf(clips));
    expect(evidence).toTakeExactly(endMs);
  },

  'after a failure, no further task starts': (evidence) => {
    const { expect } = evidence;
    const { failsAfterMs, rejection, rejectedAtMs } = evidence.result;
    expect(rejection, 'what it rejected with').toBe('Error: Clip is damaged');
    expect(evidence).toHaveCalledTimes('convert', 4);
    expect(rejectedAtMs, 'virtual ms at which it rejected').toBe(100 + failsAfterMs);
  },

  'few items, or none': (evidence) => {
    const { expect } = evidence;
    const { clips, none, few } = evidence.result;
    expect(none, 'the results for no items').toEqual([]);
    expect(few, 'the results for three items').toEqual(filesOf(clips));
    expect(evidence).toStartTogether('convert');
    expect(evidence).toTakeExactly(70);
  },

  'two pools at once do not disturb each other': (evidence) => {
    const { expect } = evidence;
    const { clips, forVideo, forSound, videos, sounds } = evidence.result;
    expect(evidence).toStartAt('convert', [0, 0, 0, 100, 100, 100]);
    expect(evidence).toStartAt('extract', [0, 0, 130, 130, 260, 260]);
    expect(videos, 'the results of the first pool').toEqual(filesOf(clips));
    expect(sounds, 'the results of the second pool').toEqual(clips.map((clip) => `${clip}.ogg`));
    expect([forVideo, forSound], 'the two lists afterwards').toEqual([clips, clips]);
  },
} satisfies Expectations<typeof scenarios>;
