import type { Lab, Outcome, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Solution = typeof solution;

/** As many photos with different names. */
function somePhotos(lab: Lab<Solution>, length: number): string[] {
  return Array.from({ length }, (_, index) => `photo-${lab.integer(10, 99)}-${index}.jpg`);
}

function rejectionOf(outcome: Outcome): string {
  return 'error' in outcome ? `${outcome.error.name}: ${outcome.error.message}` : 'nothing, it fulfilled';
}

function addressOf(photo: string): string {
  return `/photos/${photo}`;
}

export default {
  'seven photos go in three batches': {
    async run(lab) {
      const { upload } = lab.simulate({ upload: { ms: 100, value: addressOf } });
      return await lab.solution.uploadAll(['a', 'b', 'c', 'd', 'e', 'f', 'g'], upload);
    },
  },

  'a batch starts when all of the one before have arrived': {
    async run(lab) {
      const { upload } = lab.simulate({
        upload: { ms: [300, 100, 200, 150, 50, 400, 80], value: addressOf },
      });
      return await lab.solution.uploadAll(['a', 'b', 'c', 'd', 'e', 'f', 'g'], upload);
    },
  },

  'addresses come in the order of the photos': {
    async run(lab) {
      const { upload } = lab.simulate({ upload: { ms: [90, 60, 30, 20], value: addressOf } });
      return await lab.solution.uploadAll(['beach', 'boat', 'bird', 'bus'], upload);
    },
  },

  'any number of photos, slow and quick ones': {
    hidden: true,
    async run(lab) {
      const photos = somePhotos(lab, lab.integer(7, 14));
      const latenciesMs = photos.map(() => lab.integer(20, 400));
      const { upload } = lab.simulate({ upload: { ms: latenciesMs, value: addressOf } });
      return { photos, latenciesMs, addresses: await lab.solution.uploadAll(lab.copy(photos), upload) };
    },
  },

  'after a failure, no further batch starts': {
    hidden: true,
    async run(lab) {
      const failsAfterMs = lab.integer(20, 90);
      const { upload } = lab.simulate({
        upload: { ms: [100, 100, 100, 300, 200, failsAfterMs], rejects: { 5: 'Photo is damaged' } },
      });
      const photos = somePhotos(lab, 11);
      const outcome = await lab.outcomeOf(() => lab.solution.uploadAll(photos, upload));
      const rejectedAtMs = lab.now();
      await lab.sleep(1000);
      return { failsAfterMs, rejection: rejectionOf(outcome), rejectedAtMs };
    },
  },

  'two photos, one, or none': {
    hidden: true,
    async run(lab) {
      const { uploadAll } = lab.solution;
      const [two, one] = [somePhotos(lab, 2), somePhotos(lab, 1)];
      const { upload } = lab.simulate({ upload: { ms: 50, value: addressOf } });
      const addresses = [
        await uploadAll([], upload),
        await uploadAll(lab.copy(one), upload),
        await uploadAll(lab.copy(two), upload),
      ];
      return { two, one, addresses };
    },
  },

  'the list of photos is left as it was': {
    hidden: true,
    async run(lab) {
      const photos = somePhotos(lab, 5);
      const mine = lab.copy(photos);
      const { upload } = lab.simulate({ upload: { ms: 50, value: addressOf } });
      await lab.solution.uploadAll(mine, upload);
      return { photos, mine };
    },
  },
} satisfies Scenarios<Solution>;
