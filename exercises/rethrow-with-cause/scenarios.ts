import type { Lab, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Solution = typeof solution;
type Rejection = {
  kind: string;
  message: string;
  cause: string;
  isTheCaughtError: boolean;
  caughtMessage: string;
};

function describe(cause: unknown): string {
  return cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
}

/** What `attempt` rejects with, beside the error that the code had caught; null if it does not reject. */
async function rejectionOf(attempt: () => Promise<unknown>, caught: Error): Promise<Rejection | null> {
  try {
    await attempt();
    return null;
  } catch (error) {
    const { message, cause } = error as Error;
    const kind = error instanceof Error ? 'an Error' : typeof error;
    return {
      kind,
      message,
      cause: describe(cause),
      isTheCaughtError: cause === caught,
      caughtMessage: caught.message,
    };
  }
}

/** A failure of a kind that tells the code nothing, so that it is passed on as it is. */
function someFailure(lab: Lab<Solution>): Error {
  const Kind = lab.pick([Error, TypeError, RangeError]);
  return new Kind(`Fault ${lab.integer(100, 999)}`);
}

export default {
  'an album': {
    async run(lab) {
      const { fetchUser, fetchPhotos } = lab.simulate({
        fetchUser: { ms: 100, value: { name: 'Ada', albumId: 'a-7' } },
        fetchPhotos: { ms: 150, value: ['cat.jpg', 'dog.jpg'] },
      });
      return await lab.solution.loadAlbum(7, fetchUser, fetchPhotos);
    },
  },

  'a user that cannot be loaded': {
    async run(lab) {
      const caught = new Error('Connection lost');
      const { fetchUser, fetchPhotos } = lab.simulate({
        fetchUser: { ms: 100, rejects: caught },
        fetchPhotos: { ms: 150, value: [] },
      });
      return await rejectionOf(() => lab.solution.loadAlbum(7, fetchUser, fetchPhotos), caught);
    },
  },

  'photos that cannot be loaded': {
    async run(lab) {
      const caught = new Error('Disk full');
      const { fetchUser, fetchPhotos } = lab.simulate({
        fetchUser: { ms: 100, value: { name: 'Ada', albumId: 'a-7' } },
        fetchPhotos: { ms: 150, rejects: caught },
      });
      return await rejectionOf(() => lab.solution.loadAlbum(7, fetchUser, fetchPhotos), caught);
    },
  },

  'any user, and any failure of it': {
    hidden: true,
    async run(lab) {
      const userId = lab.integer(10, 9999);
      const caught = someFailure(lab);
      const { fetchUser, fetchPhotos } = lab.simulate({
        fetchUser: { ms: lab.integer(20, 90), rejects: caught },
        fetchPhotos: { ms: 150, value: [] },
      });
      const rejection = await rejectionOf(
        () => lab.solution.loadAlbum(userId, fetchUser, fetchPhotos),
        caught,
      );
      return { userId, expected: describe(caught), rejection };
    },
  },

  'any photos, and any failure of them': {
    hidden: true,
    async run(lab) {
      const owner = lab.pick(['Bo', 'Cem', 'Dora']);
      const albumId = `album-${lab.integer(10, 99)}`;
      const caught = someFailure(lab);
      const { fetchUser, fetchPhotos } = lab.simulate({
        fetchUser: { ms: 40, value: { name: owner, albumId } },
        fetchPhotos: { ms: lab.integer(20, 90), rejects: caught },
      });
      const rejection = await rejectionOf(() => lab.solution.loadAlbum(1, fetchUser, fetchPhotos), caught);
      return { owner, albumId, expected: describe(caught), rejection };
    },
  },
} satisfies Scenarios<Solution>;
