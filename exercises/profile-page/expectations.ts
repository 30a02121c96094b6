import type { Evidence, Expectations, Outcome } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

type Profile = { user: unknown; posts: unknown; friends: unknown };

/** Part by part, so that a failure says which part is wrong. */
function compareProfile({ expect }: Evidence, profile: unknown, expected: Profile): void {
  const { user, posts, friends } = (profile ?? {}) as Partial<Profile>;
  expect(user, 'user').toEqual(expected.user);
  expect(posts, 'posts').toEqual(expected.posts);
  expect(friends, 'friends').toEqual(expected.friends);
  expect(profile, 'the profile').toEqual(expected);
}

function eachOnce(evidence: Evidence, id: number): void {
  const calls = evidence.calls().map(({ name, args }) => `${name}(${args.join()})`);
  evidence
    .expect(calls.toSorted(), 'requests made')
    .toEqual([`fetchFriends(${id})`, `fetchPosts(${id})`, `fetchUser(${id})`]);
}

/** The message of what it rejected with, or a word that it did not. */
function messageOf(outcome: Outcome): string {
  return 'error' in outcome ? outcome.error.message : 'it did not reject';
}

export default {
  'three requests start together and take as long as the slowest': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toStartTogether();
    eachOnce(evidence, 7);
    compareProfile(evidence, evidence.result, {
      user: { id: 7, name: 'Ada' },
      posts: ['Hello'],
      friends: ['Bo', 'Cy'],
    });
    expect(evidence).toTakeExactly(300);
  },

  'each answer is found under its name, whoever is first': (evidence) => {
    const { expect } = evidence;
    compareProfile(evidence, evidence.result, {
      user: { id: 12, name: 'Bo' },
      posts: [],
      friends: ['Ada'],
    });
    expect(evidence).toTakeExactly(250);
  },

  'the first failure reaches the caller at once': (evidence) => {
    const { expect } = evidence;
    const { outcome, failedMs } = evidence.result;
    expect(messageOf(outcome), 'what it rejects with').toBe('Posts are down');
    expect(failedMs, 'virtual ms until loadProfile rejected').toBe(100);
  },

  'any user, at any speed': (evidence) => {
    const { expect } = evidence;
    const { id, slowMs, parts, profile } = evidence.result;
    expect(evidence).toStartTogether();
    eachOnce(evidence, id);
    compareProfile(evidence, profile, { ...parts, user: { id, name: parts.user } });
    expect(evidence).toTakeExactly(slowMs);
  },

  'a failure of any of the three': (evidence) => {
    const { expect } = evidence;
    const { failsMs, outcomes } = evidence.result;
    const messages = outcomes.map((outcome) => messageOf(outcome));
    expect(messages, 'what each rejects with').toEqual([
      'No user today',
      'No posts today',
      'No friends today',
    ]);
    expect(evidence).toTakeExactly(failsMs * 3);
  },
} satisfies Expectations<typeof scenarios>;
