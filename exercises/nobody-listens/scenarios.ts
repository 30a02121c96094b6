import type { Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

const STAFF = ['Ada', 'Bo'];
const MENU = ['Tea', 'Toast'];

export default {
  'everything is ready after 500 ms': {
    async run(lab) {
      const { fetchMenu, fetchStaff, makePlan } = lab.simulate({
        fetchMenu: { ms: 100, value: MENU },
        fetchStaff: { ms: 300, value: STAFF },
        makePlan: { ms: 200, value: 'Ada opens' },
      });
      return await lab.solution.openCafe(fetchMenu, fetchStaff, makePlan);
    },
  },

  'the menu fails while the staff is fetched': {
    async run(lab) {
      const { fetchMenu, fetchStaff, makePlan } = lab.simulate({
        fetchMenu: { ms: 100, rejects: 'No menu today' },
        fetchStaff: { ms: 300, value: STAFF },
        makePlan: { ms: 200, value: 'Ada opens' },
      });
      return await lab.solution.openCafe(fetchMenu, fetchStaff, makePlan);
    },
  },

  'the staff fails while the menu is fetched': {
    async run(lab) {
      const { fetchMenu, fetchStaff, makePlan } = lab.simulate({
        fetchMenu: { ms: 400, value: MENU },
        fetchStaff: { ms: 150, rejects: 'Nobody is here' },
        makePlan: { ms: 200, value: 'Ada opens' },
      });
      return await lab.solution.openCafe(fetchMenu, fetchStaff, makePlan);
    },
  },

  'the plan does not wait for the menu': {
    hidden: true,
    async run(lab) {
      const menuMs = lab.integer(500, 700);
      const staffMs = lab.integer(50, 90);
      const planMs = lab.integer(100, 200);
      const staff = lab.shuffle(['Cem', 'Dora', 'Eli']);
      const { fetchMenu, fetchStaff, makePlan } = lab.simulate({
        fetchMenu: { ms: menuMs, value: MENU },
        fetchStaff: { ms: staffMs, value: staff },
        makePlan: { ms: planMs, value: (names: string[]) => `${names.join(', ')} today` },
      });
      const day = await lab.solution.openCafe(fetchMenu, fetchStaff, makePlan);
      return { menuMs, staffMs, plan: `${staff.join(', ')} today`, day };
    },
  },

  'the menu fails while the plan is made': {
    hidden: true,
    async run(lab) {
      const failsAtMs = lab.integer(150, 250);
      const { fetchMenu, fetchStaff, makePlan } = lab.simulate({
        fetchMenu: { ms: failsAtMs, rejects: 'No menu today' },
        fetchStaff: { ms: 100, value: STAFF },
        makePlan: { ms: 300, value: 'Ada opens' },
      });
      const outcome = await lab.outcomeOf(() => lab.solution.openCafe(fetchMenu, fetchStaff, makePlan));
      return { failsAtMs, endedAtMs: lab.now(), outcome };
    },
  },

  'the plan fails': {
    hidden: true,
    async run(lab) {
      const menuMs = lab.pick([50, 600]);
      const { fetchMenu, fetchStaff, makePlan } = lab.simulate({
        fetchMenu: { ms: menuMs, value: MENU },
        fetchStaff: { ms: 100, value: STAFF },
        makePlan: { ms: 120, rejects: 'Too few hands' },
      });
      return await lab.outcomeOf(() => lab.solution.openCafe(fetchMenu, fetchStaff, makePlan));
    },
  },

  'a second failure disturbs nobody': {
    hidden: true,
    async run(lab) {
      const firstMs = lab.integer(50, 90);
      const { fetchMenu, fetchStaff, makePlan } = lab.simulate({
        fetchMenu: { ms: [firstMs, 300], rejects: 'No menu today' },
        fetchStaff: { ms: [200, firstMs], rejects: 'Nobody is here' },
        makePlan: { ms: 200, value: 'Ada opens' },
      });
      const attempt = () => lab.outcomeOf(() => lab.solution.openCafe(fetchMenu, fetchStaff, makePlan));
      const menuFirst = await attempt();
      const menuFirstMs = lab.now();
      await lab.sleep(400);
      const staffFirst = await attempt();
      await lab.sleep(400);
      return { firstMs, menuFirst, menuFirstMs, staffFirst };
    },
  },
} satisfies Scenarios<typeof solution>;
