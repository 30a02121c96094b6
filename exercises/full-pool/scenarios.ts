import type { Lab, Outcome, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Solution = typeof solution;

/** As many clips with different names. */
function someClips(lab: Lab<Solution>, length: number): string[] {
  return Array.from({ length }, (_, index) => `clip-${lab.integer(10, 99)}-${index}`);
}

/** The latency of each clip, whichever call it is converted by. */
function latencyOf(clips: string[], latenciesMs: number[]): (args: unknown[]) => number {
  return ([clip]) => latenciesMs[clips.indexOf(String(clip))] ?? 0;
}

function rejectionOf(outcome: Outcome): string {
  return 'error' in outcome ? `${outcome.error.name}: ${outcome.error.message}` : 'nothing, it fulfilled';
}

function fileOf(clip: string): string {
  return `${clip}.webm`;
}

export default {
  'six clips, two at a time': {
    async run(lab) {
      const clips = ['a', 'b', 'c', 'd', 'e', 'f'];
      const ms = latencyOf(clips, [300, 100, 100, 300, 100, 100]);
      const { convert } = lab.simulate({ convert: { ms, value: fileOf } });
      return await lab.solution.mapPool(lab.copy(clips), 2, convert);
    },
  },

  'results come in the order of the items': {
    async run(lab) {
      const { convert } = lab.simulate({ convert: { ms: [200, 30, 20, 10], value: fileOf } });
      return await lab.solution.mapPool(['intro', 'chase', 'storm', 'credits'], 3, convert);
    },
  },

  'one at a time': {
    async run(lab) {
      const { convert } = lab.simulate({ convert: { ms: [120, 80, 40], value: fileOf } });
      return await lab.solution.mapPool(['a', 'b', 'c'], 1, convert);
    },
  },

  'any number of items, any limit': {
    hidden: true,
    async run(lab) {
      const limit = lab.integer(2, 5);
      const clips = someClips(lab, lab.integer(8, 15));
      const latenciesMs = clips.map(() => lab.integer(20, 400));
      const { convert } = lab.simulate({ convert: { ms: latencyOf(clips, latenciesMs), value: fileOf } });
      const files = await lab.solution.mapPool(lab.copy(clips), limit, convert);
      return { limit, clips, latenciesMs, files };
    },
  },

  'after a failure, no further task starts': {
    hidden: true,
    async run(lab) {
      const failsAfterMs = lab.integer(20, 90);
      const { convert } = lab.simulate({
        convert: {
          ms: [100, 300, 400, failsAfterMs, 50],
          rejects: { 2: 'Clip is empty', 3: 'Clip is damaged' },
        },
      });
      const clips = someClips(lab, 9);
      const outcome = await lab.outcomeOf(() => lab.solution.mapPool(clips, 3, convert));
      const rejectedAtMs = lab.now();
      await lab.sleep(1000);
      return { failsAfterMs, rejection: rejectionOf(outcome), rejectedAtMs };
    },
  },

  'few items, or none': {
    hidden: true,
    async run(lab) {
      const { mapPool } = lab.solution;
      const clips = someClips(lab, 3);
      const { convert } = lab.simulate({ convert: { ms: [70, 50, 60], value: fileOf } });
      const none = await mapPool<string, string>([], 4, convert);
      const few = await mapPool(lab.copy(clips), 8, convert);
      return { clips, none, few };
    },
  },

  'two pools at once do not disturb each other': {
    hidden: true,
    async run(lab) {
      const { mapPool } = lab.solution;
      const clips = someClips(lab, 6);
      const [forVideo, forSound] = [lab.copy(clips), lab.copy(clips)];
      const { convert, extract } = lab.simulate({
        convert: { ms: 100, value: fileOf },
        extract: { ms: 130, value: (clip: string) => `${clip}.ogg` },
      });
      const [videos, sounds] = await Promise.all([
        mapPool(forVideo, 3, convert),
        mapPool(forSound, 2, extract),
      ]);
      return { clips, forVideo, forSound, videos, sounds };
    },
  },
} satisfies Scenarios<Solution>;
