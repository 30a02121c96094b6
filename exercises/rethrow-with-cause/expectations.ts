import type { Evidence, Expectations } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

type Rejection = {
  kind: string;
  message: string;
  cause: string;
  isTheCaughtError: boolean;
  caughtMessage: string;
};

function compare({ expect }: Evidence, rejection: Rejection | null, message: string, cause: string): void {
  expect(rejection === null ? 'it fulfils' : 'it rejects', 'how loadAlbum ends').toBe('it rejects');
  expect(rejection?.message, 'the message').toBe(message);
  expect(rejection?.cause, 'the cause').toBe(cause);
  expect(rejection?.isTheCaughtError, 'the cause is the very error that was caught').toBe(true);
  expect(cause, 'the caught error, afterwards').toContain(rejection?.caughtMessage);
  expect(rejection?.kind, 'what it rejects with').toBe('an Error');
}

export default {
  'an album': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toEqual({ owner: 'Ada', photos: ['cat.jpg', 'dog.jpg'] });
    expect(evidence).toStartInOrder(['fetchUser(7)', 'fetchPhotos("a-7")']);
    expect(evidence).toTakeExactly(250);
  },

  'a user that cannot be loaded': (evidence) => {
    const { expect } = evidence;
    compare(evidence, evidence.result, 'Cannot load user 7', 'Error: Connection lost');
    expect(evidence).toStartInOrder(['fetchUser(7)']);
    expect(evidence.calls('fetchPhotos').length, 'calls of fetchPhotos without a user').toBe(0);
    expect(evidence).toTakeExactly(100);
  },

  'photos that cannot be loaded': (evidence) => {
    const { expect } = evidence;
    compare(evidence, evidence.result, 'Cannot load the photos of Ada', 'Error: Disk full');
    expect(evidence).toTakeExactly(250);
  },

  'any user, and any failure of it': (evidence) => {
    const { userId, expected, rejection } = evidence.result;
    compare(evidence, rejection, `Cannot load user ${userId}`, expected);
  },

  'any photos, and any failure of them': (evidence) => {
    const { owner, albumId, expected, rejection } = evidence.result;
    compare(evidence, rejection, `Cannot load the photos of ${owner}`, expected);
    evidence.expect(evidence).toHaveCalled('fetchPhotos', albumId);
  },
} satisfies Expectations<typeof scenarios>;
