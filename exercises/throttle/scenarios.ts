import type { Lab, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Report = { floor: number; atMs: number };

/** Reports in bursts. No report falls on the very ms at which a rest ends: they differ in their last digit. */
async function reportInBursts(
  lab: Lab<typeof solution>,
  show: (floor: number) => void,
  pauseMs: number,
): Promise<Report[]> {
  const reports: Report[] = [];
  for (let burst = 0; burst < 3; burst += 1) {
    for (let left = lab.integer(3, 9); left > 0; left -= 1) {
      const floor = lab.integer(0, 40);
      reports.push({ floor, atMs: lab.now() });
      show(floor);
      await lab.sleep(lab.integer(1, 7) * 10 + 1);
    }
    await lab.sleep(pauseMs);
  }
  return reports;
}

export default {
  'the first call runs at once': {
    async run(lab) {
      const { draw } = lab.simulate({ draw: { ms: 5 } });
      const show = lab.solution.throttle(draw, 100);
      show(1);
      await lab.sleep(500);
    },
  },

  'the last call of a burst is not lost': {
    async run(lab) {
      const { draw } = lab.simulate({ draw: { ms: 5 } });
      const show = lab.solution.throttle(draw, 100);
      for (const floor of [1, 2, 3]) {
        show(floor);
        await lab.sleep(40);
      }
      await lab.sleep(500);
    },
  },

  'a long ride is drawn at a steady pace': {
    async run(lab) {
      const { draw } = lab.simulate({ draw: { ms: 5 } });
      const show = lab.solution.throttle(draw, 100);
      for (let floor = 0; floor < 10; floor += 1) {
        show(floor);
        await lab.sleep(35);
      }
      await lab.sleep(500);
    },
  },

  'after a pause, a call runs at once again': {
    async run(lab) {
      const { draw } = lab.simulate({ draw: { ms: 5 } });
      const show = lab.solution.throttle(draw, 100);
      show(1);
      await lab.sleep(250);
      show(2);
      await lab.sleep(500);
    },
  },

  'any rhythm of reports': {
    hidden: true,
    async run(lab) {
      const everyMs = lab.integer(9, 15) * 10;
      const { draw } = lab.simulate({ draw: { ms: lab.integer(5, 300) } });
      const show = lab.solution.throttle(draw, everyMs);
      return { everyMs, reports: await reportInBursts(lab, show, everyMs * 2 + 5) };
    },
  },

  'all arguments are handed on, and no timer goes on': {
    hidden: true,
    async run(lab) {
      const { draw } = lab.simulate({ draw: { ms: 5 } });
      const everyMs = lab.integer(80, 120);
      const rides = [0, 1].map(() => [lab.integer(0, 40), { doors: lab.pick(['open', 'closed']) }] as const);
      const show = lab.solution.throttle(draw, everyMs);
      for (const ride of lab.copy(rides)) show(...ride);
      await lab.sleep(900);
      return { everyMs, rides };
    },
  },

  'the action may ask for another run': {
    hidden: true,
    async run(lab) {
      const everyMs = lab.integer(80, 120);
      const { draw } = lab.simulate({ draw: { ms: 5 } });
      const show = lab.solution.throttle((floor: number) => {
        void draw(floor);
        if (floor < 3) show(floor + 1);
      }, everyMs);
      show(1);
      await lab.sleep(900);
      return { everyMs };
    },
  },

  'two lifts keep their own time': {
    hidden: true,
    async run(lab) {
      const { left, right } = lab.simulate({ left: { ms: 5 }, right: { ms: 5 } });
      const [leftMs, rightMs] = [lab.integer(50, 90), lab.integer(110, 190)];
      const showLeft = lab.solution.throttle((floor: number) => left(floor), leftMs);
      const showRight = lab.solution.throttle((floor: number) => right(floor), rightMs);
      for (const floor of [1, 2]) {
        showLeft(floor);
        showRight(floor + 10);
      }
      await lab.sleep(900);
      return { leftMs, rightMs };
    },
  },
} satisfies Scenarios<typeof solution>;
