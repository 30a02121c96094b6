// A result has the shape that the scenario of the same name gave it.
/* oxlint-disable typescript/no-unsafe-type-assertion */
import type { Expectations } from '#grader/author.ts';

type Widget = { name: string; ms: number; reason: string | null };

function expectedDashboard(widgets: Widget[]): unknown {
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
    expect(evidence.result).toEqual({ loaded: { mail: 'mail data', tasks: 'tasks data' }, failed: [] });
    expect(evidence).toTakeExactly(150);
  },

  'one failure does not hide the others': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toEqual({
      loaded: { mail: 'mail data', tasks: 'tasks data' },
      failed: [{ widget: 'weather', reason: 'Service is down' }],
    });
  },

  'widgets are fetched together': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toEqual({
      loaded: { weather: 'weather data', tasks: 'tasks data' },
      failed: [{ widget: 'mail', reason: 'Mailbox is locked' }],
    });
    expect(evidence.calls('fetchWidget').length, 'number of fetches').toBe(3);
    expect(evidence).toStartTogether('fetchWidget');
    expect(evidence).toTakeExactly(400);
  },

  'failures are listed in the order of the widgets': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toEqual({
      loaded: { weather: 'weather data' },
      failed: [
        { widget: 'news', reason: 'No news today' },
        { widget: 'traffic', reason: 'No traffic today' },
      ],
    });
    expect(evidence).toTakeExactly(300);
  },

  'no widgets give an empty dashboard': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toEqual({ loaded: {}, failed: [] });
    expect(evidence.calls('fetchWidget').length, 'number of fetches').toBe(0);
    expect(evidence).toTakeExactly(0);
  },

  'an empty answer is an answer': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toEqual({
      loaded: { unread: 0, birthdays: null },
      failed: [{ widget: 'stocks', reason: 'Market is closed' }],
    });
  },

  'any mix of answers and failures': (evidence) => {
    const { expect } = evidence;
    const { widgets, dashboard } = evidence.result as { widgets: Widget[]; dashboard: unknown };
    expect(dashboard).toEqual(expectedDashboard(widgets));
    expect(evidence.calls('fetchWidget').length, 'number of fetches').toBe(widgets.length);
    expect(evidence).toStartTogether('fetchWidget');
    expect(evidence).toTakeExactly(Math.max(...widgets.map(({ ms }) => ms)));
  },

  'the dashboard stands even if every widget fails': (evidence) => {
    const { expect } = evidence;
    const { slowestMs, dashboard } = evidence.result as { slowestMs: number; dashboard: unknown };
    expect(dashboard).toEqual({
      loaded: {},
      failed: ['one', 'two', 'three'].map((widget) => ({ widget, reason: `No ${widget}` })),
    });
    expect(evidence).toTakeExactly(slowestMs);
  },
} satisfies Expectations;
