import type { Evidence, Expectations } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

type Widget = { name: string; ms: number; reason: string | null };

type Dashboard = { loaded: unknown; failed: unknown };

/** Part by part, so that a failure says which part is wrong. */
function compareDashboard({ expect }: Evidence, dashboard: unknown, expected: Dashboard): void {
  const { loaded, failed } = (dashboard ?? {}) as Partial<Dashboard>;
  expect(loaded, 'loaded').toEqual(expected.loaded);
  expect(failed, 'failed').toEqual(expected.failed);
  expect(dashboard, 'the dashboard').toEqual(expected);
}

function expectedDashboard(widgets: Widget[]): Dashboard {
  const loaded = widgets.filter(({ reason }) => reason === null);
  const failed = widgets.filter(({ reason }) => reason !== null);
  return {
    loaded: Object.fromEntries(loaded.map(({ name }) => [name, { from: name }])),
    failed: failed.map(({ name, reason }) => ({ widget: name, reason })),
  };
}

export default {
  'all widgets load': (evidence) => {
    const { expect } = evidence;
    compareDashboard(evidence, evidence.result, {
      loaded: { mail: 'mail data', tasks: 'tasks data' },
      failed: [],
    });
    expect(evidence).toTakeExactly(150);
  },

  'one failure does not hide the others': (evidence) => {
    compareDashboard(evidence, evidence.result, {
      loaded: { mail: 'mail data', tasks: 'tasks data' },
      failed: [{ widget: 'weather', reason: 'Service is down' }],
    });
  },

  'widgets are fetched together': (evidence) => {
    const { expect } = evidence;
    compareDashboard(evidence, evidence.result, {
      loaded: { weather: 'weather data', tasks: 'tasks data' },
      failed: [{ widget: 'mail', reason: 'Mailbox is locked' }],
    });
    expect(evidence).toHaveCalledTimes('fetchWidget', 3);
    expect(evidence).toStartTogether('fetchWidget');
    expect(evidence).toTakeExactly(400);
  },

  'failures are listed in the order of the widgets': (evidence) => {
    const { expect } = evidence;
    compareDashboard(evidence, evidence.result, {
      loaded: { weather: 'weather data' },
      failed: [
        { widget: 'news', reason: 'No news today' },
        { widget: 'traffic', reason: 'No traffic today' },
      ],
    });
    expect(evidence).toTakeExactly(300);
  },

  'an empty answer is an answer': (evidence) => {
    compareDashboard(evidence, evidence.result, {
      loaded: { unread: 0, birthdays: null },
      failed: [{ widget: 'stocks', reason: 'Market is closed' }],
    });
  },

  'any mix of answers and failures': (evidence) => {
    const { expect } = evidence;
    const { widgets, dashboard } = evidence.result;
    compareDashboard(evidence, dashboard, expectedDashboard(widgets));
    expect(evidence).toHaveCalledTimes('fetchWidget', widgets.length);
    expect(evidence).toStartTogether('fetchWidget');
    expect(evidence).toTakeExactly(Math.max(...widgets.map(({ ms }) => ms)));
  },

  'the dashboard stands even if nothing loads': (evidence) => {
    const { expect } = evidence;
    const { latenciesMs, withoutWidgets, allFailed } = evidence.result;
    compareDashboard(evidence, withoutWidgets, { loaded: {}, failed: [] });
    compareDashboard(evidence, allFailed, {
      loaded: {},
      failed: ['one', 'two', 'three'].map((widget) => ({ widget, reason: `No ${widget}` })),
    });
    expect(evidence).toTakeExactly(Math.max(...latenciesMs));
  },
} satisfies Expectations<typeof scenarios>;
