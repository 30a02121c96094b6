import type { Lab, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Solution = typeof solution;
type Widget = { name: string; ms: number; reason: string | null };

/** Five to nine widgets with their latencies; some fail (the first always), some do not (the last always). */
function someWidgets(lab: Lab<Solution>): Widget[] {
  const length = lab.integer(5, 9);
  return Array.from({ length }, (_, index) => {
    const fails = index === 0 || (index < length - 1 && lab.random() < 0.5);
    return {
      name: `widget-${lab.integer(10, 99)}-${index}`,
      ms: lab.integer(20, 500),
      reason: fails ? `Fault ${lab.integer(100, 999)}` : null,
    };
  });
}

export default {
  'all widgets load': {
    async run(lab) {
      const { fetchWidget } = lab.simulate({
        fetchWidget: { ms: 150, value: (name: string) => `${name} data` },
      });
      return await lab.solution.loadDashboard(['mail', 'tasks'], fetchWidget);
    },
  },

  'one failure does not hide the others': {
    async run(lab) {
      const { fetchWidget } = lab.simulate({
        fetchWidget: {
          ms: 150,
          value: (name: string) => `${name} data`,
          rejects: ([name]) => (name === 'weather' ? 'Service is down' : undefined),
        },
      });
      return await lab.solution.loadDashboard(['mail', 'weather', 'tasks'], fetchWidget);
    },
  },

  'widgets are fetched together': {
    async run(lab) {
      const { fetchWidget } = lab.simulate({
        fetchWidget: {
          ms: [100, 400, 250],
          value: (name: string) => `${name} data`,
          rejects: ([name]) => (name === 'mail' ? 'Mailbox is locked' : undefined),
        },
      });
      return await lab.solution.loadDashboard(['mail', 'weather', 'tasks'], fetchWidget);
    },
  },

  'failures are listed in the order of the widgets': {
    async run(lab) {
      const { fetchWidget } = lab.simulate({
        fetchWidget: {
          ms: [300, 50, 100],
          value: (name: string) => `${name} data`,
          rejects: ([name]) => (name === 'weather' ? undefined : `No ${String(name)} today`),
        },
      });
      return await lab.solution.loadDashboard(['news', 'weather', 'traffic'], fetchWidget);
    },
  },

  'an empty answer is an answer': {
    hidden: true,
    async run(lab) {
      const { fetchWidget } = lab.simulate({
        fetchWidget: {
          ms: 80,
          value: (name: string) => (name === 'unread' ? 0 : null),
          rejects: ([name]) => (name === 'stocks' ? 'Market is closed' : undefined),
        },
      });
      return await lab.solution.loadDashboard(['unread', 'birthdays', 'stocks'], fetchWidget);
    },
  },

  'any mix of answers and failures': {
    hidden: true,
    async run(lab) {
      const widgets = someWidgets(lab);
      const find = (name: unknown): Widget | undefined => widgets.find((widget) => widget.name === name);
      const { fetchWidget } = lab.simulate({
        fetchWidget: {
          ms: ([name]) => find(name)?.ms ?? 0,
          value: (name: string) => ({ from: name }),
          rejects: ([name]) => find(name)?.reason ?? undefined,
        },
      });
      const names = widgets.map(({ name }) => name);
      return { widgets, dashboard: await lab.solution.loadDashboard(names, fetchWidget) };
    },
  },

  'the dashboard stands even if nothing loads': {
    hidden: true,
    async run(lab) {
      const latenciesMs = [lab.integer(200, 300), lab.integer(20, 90), lab.integer(100, 190)];
      const { fetchWidget } = lab.simulate({
        fetchWidget: {
          ms: latenciesMs,
          rejects: ([name]) => `No ${String(name)}`,
        },
      });
      const withoutWidgets = await lab.solution.loadDashboard([], fetchWidget);
      const allFailed = await lab.solution.loadDashboard(['one', 'two', 'three'], fetchWidget);
      return { latenciesMs, withoutWidgets, allFailed };
    },
  },
} satisfies Scenarios<Solution>;
