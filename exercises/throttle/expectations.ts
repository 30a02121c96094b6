import type { Evidence, Expectations } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

type Report = { floor: number; atMs: number };

/** What is drawn, and when: a run takes the newest report that came since the last one, `everyMs` later at the earliest. */
function drawnOf(reports: Report[], everyMs: number): Report[] {
  const drawn: Report[] = [];
  let freeAtMs = 0;
  for (const { floor, atMs } of reports) {
    const last = drawn.at(-1);
    if (last && last.atMs > atMs) last.floor = floor;
    else drawn.push({ floor, atMs: Math.max(atMs, freeAtMs) });
    freeAtMs = (drawn.at(-1)?.atMs ?? 0) + everyMs;
  }
  return drawn;
}

function compareDrawings(evidence: Evidence, drawn: Report[]): void {
  const { expect } = evidence;
  expect(evidence).toStartInOrder(drawn.map(({ floor }) => `draw(${floor})`));
  expect(evidence).toStartAt(
    'draw',
    drawn.map(({ atMs }) => atMs),
  );
}

export default {
  'the first call runs at once': (evidence) => {
    compareDrawings(evidence, [{ floor: 1, atMs: 0 }]);
  },

  'the last call of a burst is not lost': (evidence) => {
    compareDrawings(evidence, [
      { floor: 1, atMs: 0 },
      { floor: 3, atMs: 100 },
    ]);
  },

  'a long ride is drawn at a steady pace': (evidence) => {
    compareDrawings(evidence, [
      { floor: 0, atMs: 0 },
      { floor: 2, atMs: 100 },
      { floor: 5, atMs: 200 },
      { floor: 8, atMs: 300 },
      { floor: 9, atMs: 400 },
    ]);
  },

  'after a pause, a call runs at once again': (evidence) => {
    compareDrawings(evidence, [
      { floor: 1, atMs: 0 },
      { floor: 2, atMs: 250 },
    ]);
  },

  'any rhythm of reports': (evidence) => {
    const { everyMs, reports } = evidence.result;
    compareDrawings(evidence, drawnOf(reports, everyMs));
  },

  'all arguments are handed on, and no timer goes on': (evidence) => {
    const { expect } = evidence;
    const { everyMs, rides } = evidence.result;
    for (const ride of rides) expect(evidence).toHaveCalled('draw', ...ride);
    expect(evidence).toStartAt('draw', [0, everyMs]);
    expect(evidence).toLeaveNothingBehind();
  },

  'the action may ask for another run': (evidence) => {
    const { everyMs } = evidence.result;
    compareDrawings(evidence, [
      { floor: 1, atMs: 0 },
      { floor: 2, atMs: everyMs },
      { floor: 3, atMs: 2 * everyMs },
    ]);
  },

  'two lifts keep their own time': (evidence) => {
    const { expect } = evidence;
    const { leftMs, rightMs } = evidence.result;
    expect(evidence).toStartInOrder(['left(1)', 'right(11)', 'left(2)', 'right(12)']);
    expect(evidence).toStartAt('left', [0, leftMs]);
    expect(evidence).toStartAt('right', [0, rightMs]);
  },
} satisfies Expectations<typeof scenarios>;
