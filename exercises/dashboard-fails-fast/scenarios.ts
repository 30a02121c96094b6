import type { Lab, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Solution = typeof solution;
type Widget = { name: string; ms: number; reason: string | null };

function fetchFrom(lab: Lab<Solution>, widgets: Widget[]): solution.FetchWidget {
  const find = (name: unknown) => widgets.find((widget) => widget.name === name);
  const { fetchWidget } = lab.simulate({
    fetchWidget: {
      ms: ([name]) => find(name)?.ms ?? 0,
      value: (name: string) => ({ from: name }),
      rejects: ([name]) => find(name)?.reason ?? undefined,
    },
  });
  return fetchWidget;
}

/** The message and the cause's message of what an attempt rejects with; `null` where there is none. */
async function failureOf(attempt: () => Promise<unknown>) {
  try {
    await attempt();
  } catch (error) {
    const { message, cause } = error as Error;
    return { message, cause: cause instanceof Error ? cause.message : null };
  }
  return { message: null, cause: null };
}

/** Four to seven widgets with their own latencies; two of them fail. */
function someWidgets(lab: Lab<Solution>): Widget[] {
  const others = Array.from({ length: lab.integer(2, 5) }, (_, index) => ({
    name: `gauge-${index}`,
    ms: 400 + lab.integer(0, 20) * 10,
    reason: null,
  }));
  const early = { name: 'boiler', ms: lab.integer(20, 150), reason: `Fault ${lab.integer(100, 999)}` };
  const late = { name: 'turbine', ms: lab.integer(160, 390), reason: `Fault ${lab.integer(100, 999)}` };
  return lab.shuffle([...others, early, late]);
}

export default {
  'all widgets are fetched together': {
    async run(lab) {
      const widgets = [
        { name: 'pumps', ms: 300, reason: null },
        { name: 'valves', ms: 100, reason: null },
        { name: 'tanks', ms: 200, reason: null },
      ];
      const names = widgets.map(({ name }) => name);
      return await lab.solution.loadDashboard(names, fetchFrom(lab, widgets));
    },
  },

  'the first failure is told at once, with its name': {
    async run(lab) {
      const widgets = [
        { name: 'tanks', ms: 300, reason: 'Sensor is wet' },
        { name: 'pumps', ms: 100, reason: 'No power' },
        { name: 'valves', ms: 2000, reason: null },
      ];
      const names = widgets.map(({ name }) => name);
      return await lab.solution.loadDashboard(names, fetchFrom(lab, widgets));
    },
  },

  'the error keeps its cause': {
    async run(lab) {
      const widgets = [
        { name: 'pumps', ms: 50, reason: null },
        { name: 'valves', ms: 80, reason: 'Stuck' },
      ];
      const names = widgets.map(({ name }) => name);
      return await failureOf(() => lab.solution.loadDashboard(names, fetchFrom(lab, widgets)));
    },
  },

  'no widgets, no data': {
    hidden: true,
    async run(lab) {
      return await lab.solution.loadDashboard([], fetchFrom(lab, []));
    },
  },

  'two failures among any widgets': {
    hidden: true,
    async run(lab) {
      const widgets = someWidgets(lab);
      const names = widgets.map(({ name }) => name);
      const failure = await failureOf(() => lab.solution.loadDashboard(names, fetchFrom(lab, widgets)));
      const failedMs = lab.now();
      await lab.sleep(700);
      return { widgets, failure, failedMs };
    },
  },

  'any widgets that all answer': {
    hidden: true,
    async run(lab) {
      const widgets = someWidgets(lab).map(({ name, ms }) => ({ name, ms, reason: null }));
      const names = widgets.map(({ name }) => name);
      const data = await lab.solution.loadDashboard([...names], fetchFrom(lab, widgets));
      return { widgets, names, data };
    },
  },
} satisfies Scenarios<Solution>;
