import type { Lab, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Solution = typeof solution;

/** Three to six photos with plainly different names. */
function somePhotos(lab: Lab<Solution>): string[] {
  const length = lab.integer(3, 6);
  return lab.shuffle(['cat', 'bridge', 'cake', 'fog', 'harbour', 'snow']).slice(0, length);
}

const print = (photo: string): string => `print of ${photo}`;
const address = (made: unknown): string => `/album/${String(made).replace('print of ', '')}`;

export default {
  'the addresses come in the order of the roll': {
    async run(lab) {
      const { roll, develop, upload } = lab.simulate({
        roll: { items: ['cat', 'bridge', 'cake'], everyMs: 20 },
        develop: { ms: 100, value: print },
        upload: { ms: [200, 150, 50], value: address },
      });
      return await lab.solution.publish(roll, develop, upload);
    },
  },

  'the darkroom holds one photo at a time': {
    async run(lab) {
      const { roll, develop, upload } = lab.simulate({
        roll: { items: ['cat', 'bridge', 'cake'], everyMs: 20 },
        develop: { ms: 100, value: print },
        upload: { ms: 200, value: address },
      });
      return await lab.solution.publish(roll, develop, upload);
    },
  },

  'the uploads start together': {
    async run(lab) {
      const { roll, develop, upload } = lab.simulate({
        roll: { items: ['fog', 'snow'], everyMs: 10 },
        develop: { ms: [40, 60], value: print },
        upload: { ms: [100, 300], value: address },
      });
      return await lab.solution.publish(roll, develop, upload);
    },
  },

  'an empty roll gives an empty array': {
    hidden: true,
    async run(lab) {
      const { roll, develop, upload } = lab.simulate({
        roll: { items: [] },
        develop: { ms: 100, value: print },
        upload: { ms: 200, value: address },
      });
      return await lab.solution.publish(roll, develop, upload);
    },
  },

  'any roll is developed in turn and uploaded together': {
    hidden: true,
    async run(lab) {
      const photos = somePhotos(lab);
      const rollMs = photos.map(() => lab.integer(5, 40));
      const developMs = photos.map(() => lab.integer(30, 120));
      const uploadMs = photos.map(() => lab.integer(50, 400));
      const { roll, develop, upload } = lab.simulate({
        roll: { items: photos, everyMs: rollMs },
        develop: { ms: developMs, value: print },
        upload: { ms: uploadMs, value: address },
      });
      const inputs = lab.copy({ photos, rollMs, developMs, uploadMs });
      return { ...inputs, addresses: await lab.solution.publish(roll, develop, upload) };
    },
  },

  'a spoilt print stops everything': {
    hidden: true,
    async run(lab) {
      const photos = somePhotos(lab);
      const spoilt = lab.integer(1, photos.length - 2);
      const { roll, develop, upload } = lab.simulate({
        roll: { items: photos, everyMs: 20 },
        develop: { ms: 50, value: print, rejects: { [spoilt]: 'Print is spoilt' } },
        upload: { ms: 200, value: address },
      });
      const outcome = await lab.outcomeOf(() => lab.solution.publish(roll, develop, upload));
      return { spoilt, outcome };
    },
  },

  'a torn film stops everything': {
    hidden: true,
    async run(lab) {
      const tornAt = lab.integer(1, 2);
      const { roll, develop, upload } = lab.simulate({
        roll: { items: somePhotos(lab), everyMs: 20, rejects: { [tornAt]: 'Film is torn' } },
        develop: { ms: 50, value: print },
        upload: { ms: 200, value: address },
      });
      const outcome = await lab.outcomeOf(() => lab.solution.publish(roll, develop, upload));
      return { tornAt, outcome };
    },
  },

  'the first upload that fails counts': {
    hidden: true,
    async run(lab) {
      const failsAfterMs = lab.integer(20, 80);
      const { roll, develop, upload } = lab.simulate({
        roll: { items: ['cat', 'bridge', 'cake'], everyMs: 10 },
        develop: { ms: 30, value: print },
        upload: {
          ms: [300, 150, failsAfterMs],
          value: address,
          rejects: [undefined, 'Server is full', 'Wire is cut'],
        },
      });
      const outcome = await lab.outcomeOf(() => lab.solution.publish(roll, develop, upload));
      return { failsAfterMs, outcome };
    },
  },
} satisfies Scenarios<Solution>;
