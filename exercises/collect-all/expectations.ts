import type { Evidence, Expectations } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);
const uploaded = ({ calls }: Evidence): unknown[] => calls('upload').map(({ args }) => args[0]);

export default {
  'the addresses come in the order of the roll': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toEqual(['/album/cat', '/album/bridge', '/album/cake']);
  },

  'the darkroom holds one photo at a time': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toRunOneAfterAnother('develop');
    expect(evidence).toStartAt('develop', [20, 140, 260]);
    expect(evidence).toStartAt('roll.next', [0, 120, 240, 360]);
    expect(evidence).toTakeExactly(560);
  },

  'the uploads start together': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toStartTogether('upload');
    expect(evidence).toStartAt('upload', 120);
    expect(evidence.result).toEqual(['/album/fog', '/album/snow']);
    expect(evidence).toTakeExactly(420);
  },

  'an empty roll gives an empty array': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toEqual([]);
    expect(evidence).toTakeExactly(0);
  },

  'any roll is developed in turn and uploaded together': (evidence) => {
    const { expect } = evidence;
    const { photos, rollMs, developMs, uploadMs, addresses } = evidence.result;
    const developedMs = sum(rollMs) + sum(developMs);
    expect(evidence).toRunOneAfterAnother('develop');
    expect(evidence).toStartAt('upload', developedMs);
    expect(addresses, 'the addresses').toEqual(photos.map((photo) => `/album/${photo}`));
    expect(evidence).toHaveCalledTimes('upload', photos.length);
    expect(evidence).toTakeExactly(developedMs + Math.max(...uploadMs));
  },

  'a spoilt print stops everything': (evidence) => {
    const { expect } = evidence;
    const { spoilt, outcome } = evidence.result;
    expect(outcome, 'what became of it').toEqual({ error: { name: 'Error', message: 'Print is spoilt' } });
    expect(uploaded(evidence), 'what was uploaded').toEqual([]);
    expect(evidence).toHaveCalledTimes('roll.next', spoilt + 1);
    expect(evidence).toHaveCalled('roll.return');
    expect(evidence).toTakeExactly(70 * (spoilt + 1));
  },

  'a torn film stops everything': (evidence) => {
    const { expect } = evidence;
    const { tornAt, outcome } = evidence.result;
    expect(outcome, 'what became of it').toEqual({ error: { name: 'Error', message: 'Film is torn' } });
    expect(uploaded(evidence), 'what was uploaded').toEqual([]);
    expect(evidence).toTakeExactly(70 * tornAt + 20);
  },

  'the first upload that fails counts': (evidence) => {
    const { expect } = evidence;
    const { failsAfterMs, outcome } = evidence.result;
    expect(outcome, 'what became of it').toEqual({ error: { name: 'Error', message: 'Wire is cut' } });
    expect(evidence).toTakeExactly(120 + failsAfterMs);
  },
} satisfies Expectations<typeof scenarios>;
