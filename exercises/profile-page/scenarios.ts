import type { Lab, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Solution = typeof solution;
type Latencies = { userMs: number; postsMs: number; friendsMs: number };
type Faults = { user?: string; posts?: string; friends?: string };

const noFault = () => undefined;

/** Three services that give these parts of a profile, and fail where there is a fault. */
function services(
  lab: Lab<Solution>,
  { user, posts, friends }: Omit<solution.Profile, 'user'> & { user: string },
  { userMs, postsMs, friendsMs }: Latencies,
  faults: Faults = {},
): solution.Services {
  return lab.simulate({
    fetchUser: {
      ms: userMs,
      value: (id: number) => ({ id, name: user }),
      rejects: faults.user ?? noFault,
    },
    fetchPosts: { ms: postsMs, value: posts, rejects: faults.posts ?? noFault },
    fetchFriends: { ms: friendsMs, value: friends, rejects: faults.friends ?? noFault },
  });
}

export default {
  'three requests start together and take as long as the slowest': {
    async run(lab) {
      const latencies = { userMs: 100, postsMs: 300, friendsMs: 200 };
      const parts = { user: 'Ada', posts: ['Hello'], friends: ['Bo', 'Cy'] };
      return await lab.solution.loadProfile(7, services(lab, parts, latencies));
    },
  },

  'each answer is found under its name, whoever is first': {
    async run(lab) {
      const latencies = { userMs: 250, postsMs: 50, friendsMs: 150 };
      const parts = { user: 'Bo', posts: [], friends: ['Ada'] };
      return await lab.solution.loadProfile(12, services(lab, parts, latencies));
    },
  },

  'the first failure reaches the caller at once': {
    async run(lab) {
      const latencies = { userMs: 300, postsMs: 100, friendsMs: 200 };
      const parts = { user: 'Cy', posts: [], friends: [] };
      const faults = { user: 'No such user', posts: 'Posts are down', friends: 'Friends are down' };
      const failing = services(lab, parts, latencies, faults);
      const outcome = await lab.outcomeOf(() => lab.solution.loadProfile(3, failing));
      const failedMs = lab.now();
      await lab.sleep(400);
      return { outcome, failedMs };
    },
  },

  'any user, at any speed': {
    hidden: true,
    async run(lab) {
      const id = lab.integer(20, 900);
      const [fastMs, middleMs, slowMs] = [lab.integer(10, 90), lab.integer(100, 190), lab.integer(200, 400)];
      const [userMs, postsMs, friendsMs] = lab.shuffle([fastMs, middleMs, slowMs]);
      const latencies = { userMs: userMs ?? 0, postsMs: postsMs ?? 0, friendsMs: friendsMs ?? 0 };
      const parts = { user: `User ${id}`, posts: [`Post ${slowMs}`], friends: [`Friend ${fastMs}`] };
      const given = lab.copy(parts);
      const profile = await lab.solution.loadProfile(id, services(lab, given, latencies));
      return { id, slowMs, parts, profile };
    },
  },

  'a failure of any of the three': {
    hidden: true,
    async run(lab) {
      const failsMs = lab.integer(10, 90);
      const latencies = { userMs: 150, postsMs: 200, friendsMs: 250 };
      const parts = { user: 'Di', posts: ['One'], friends: ['Ed'] };
      const outcomes = [];
      for (const part of ['user', 'posts', 'friends']) {
        const faults = { [part]: `No ${part} today` };
        const failing = services(lab, parts, { ...latencies, [`${part}Ms`]: failsMs }, faults);
        outcomes.push(await lab.outcomeOf(() => lab.solution.loadProfile(4, failing)));
      }
      return { failsMs, outcomes };
    },
  },
} satisfies Scenarios<Solution>;
