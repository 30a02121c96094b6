// Where in the workspace one is, as the query of its address: a link shows another person the same.
import type { TimelineView } from '../timeline/view.ts';

export type Pane = 'task' | 'code' | 'tests' | 'timeline';

export type Place = {
  /** On a narrow screen the one pane in sight; on a wide one it decides between tests and timeline. */
  pane: Pane;
  /** Position among the recorded tests, from 1; `null` for the first that failed. */
  test: number | null;
  view: TimelineView;
  /** The timeline takes the room of the instructions too. */
  isWide: boolean;
};

export type Query = { [name: string]: string | string[] | undefined };

export function parsePlace(query: Query): Place {
  const test = Number(query['test']);
  const pane = query['pane'];
  return {
    pane: pane === 'code' || pane === 'tests' || pane === 'timeline' ? pane : 'task',
    test: Number.isInteger(test) && test > 0 ? test : null,
    view: {
      axis: query['axis'] === 'order' ? 'order' : 'time',
      form: query['view'] === 'table' ? 'table' : 'bars',
    },
    isWide: query['wide'] === '1',
  };
}

/** Only what differs from the usual stands in the address. */
export function printPlace({ pane, test, view, isWide }: Place): string {
  const query = new URLSearchParams();
  if (pane !== 'task') query.set('pane', pane);
  if (test !== null) query.set('test', String(test));
  if (view.axis !== 'time') query.set('axis', view.axis);
  if (view.form !== 'bars') query.set('view', view.form);
  if (isWide) query.set('wide', '1');
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
