import type { Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

function namedError(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}

export default {
  'a photo that comes in time is loaded': {
    async run(lab) {
      const { download } = lab.simulate({ download: { ms: 120, value: 'beach.jpg', abortable: true } });
      return await lab.solution.loadPhoto(download, new AbortController().signal, 1000);
    },
  },

  'when the user cancels, the download is aborted at that moment': {
    async run(lab) {
      const { download } = lab.simulate({ download: { ms: 900, value: 'beach.jpg', abortable: true } });
      const cancel = new AbortController();
      const loading = lab.outcomeOf(() => lab.solution.loadPhoto(download, cancel.signal, 1000));
      await lab.sleep(200);
      cancel.abort();
      return await loading;
    },
  },

  'when the time is up, the download is aborted exactly at the limit': {
    async run(lab) {
      const { download } = lab.simulate({ download: { ms: 900, value: 'beach.jpg', abortable: true } });
      return await lab.solution.loadPhoto(download, new AbortController().signal, 300);
    },
  },

  'a failure of the download itself passes through': {
    async run(lab) {
      const { download } = lab.simulate({ download: { ms: 80, rejects: 'No such photo', abortable: true } });
      return await lab.solution.loadPhoto(download, new AbortController().signal, 1000);
    },
  },

  'a photo that was cancelled beforehand takes no time': {
    hidden: true,
    async run(lab) {
      const ms = lab.integer(100, 400);
      const { download } = lab.simulate({ download: { ms, value: 'beach.jpg', abortable: true } });
      return await lab.solution.loadPhoto(download, AbortSignal.abort(), ms + lab.integer(10, 50));
    },
  },

  'what counts is the signal, not the name of the error': {
    hidden: true,
    async run(lab) {
      const { loadPhoto } = lab.solution;
      const failsAtMs = lab.integer(20, 90);
      const cancelledAfterMs = lab.integer(20, 90);
      const { slow, broken } = lab.simulate({
        slow: { ms: 900, value: 'beach.jpg', abortable: true },
        broken: {
          ms: failsAtMs,
          rejects: [namedError('TimeoutError', 'Gateway is slow'), namedError('AbortError', 'Disk is full')],
          abortable: true,
        },
      });
      const cancel = new AbortController();
      const first = await lab.outcomeOf(() => loadPhoto((options) => broken(options), cancel.signal, 700));
      const second = await lab.outcomeOf(() => loadPhoto((options) => broken(options), cancel.signal, 700));
      const loading = lab.outcomeOf(() => loadPhoto((options) => slow(options), cancel.signal, 700));
      await lab.sleep(cancelledAfterMs);
      cancel.abort(namedError('TimeoutError', 'The user ran out of patience'));
      return { totalMs: 2 * failsAtMs + cancelledAfterMs, first, second, cancelled: await loading };
    },
  },

  'one Cancel ends all that is still under way': {
    hidden: true,
    async run(lab) {
      const { loadPhoto } = lab.solution;
      const cancel = new AbortController();
      const limitMs = lab.integer(100, 200);
      const cancelledAtMs = limitMs + lab.integer(20, 90);
      const { near, far, farthest } = lab.simulate({
        near: { ms: lab.integer(20, 90), value: 'near.jpg', abortable: true },
        far: { ms: 900, value: 'far.jpg', abortable: true },
        farthest: { ms: 2000, value: 'farthest.jpg', abortable: true },
      });
      const loadings = Promise.all([
        lab.outcomeOf(() => loadPhoto((options) => near(options), cancel.signal, limitMs)),
        lab.outcomeOf(() => loadPhoto((options) => far(options), cancel.signal, limitMs)),
        lab.outcomeOf(() => loadPhoto((options) => farthest(options), cancel.signal, 1000)),
      ]);
      await lab.sleep(cancelledAtMs);
      cancel.abort('pressed');
      const [loaded, tooLate, cancelled] = await loadings;
      return { limitMs, cancelledAtMs, loaded, tooLate, cancelled };
    },
  },
} satisfies Scenarios<typeof solution>;
