import type { Evidence, Expectations } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

type Player = { state: string; song: { title: string } | null };

/** Part by part, so that a failure says which part is wrong. */
function checkPlayer({ expect }: Evidence, player: Player, expected: Player, when: string): void {
  expect(player.state, `state of ${when}`).toBe(expected.state);
  expect(player.song, `song of ${when}`).toEqual(expected.song);
}

const loading: Player = { state: 'loading', song: null };
const rain: Player = { state: 'playing', song: { title: 'Rain' } };

export default {
  'the player is loading before playSong returns': (evidence) => {
    const { expect } = evidence;
    const { atOnce, answer, afterwards } = evidence.result;
    checkPlayer(evidence, atOnce, loading, 'the player when playSong returns');
    expect(evidence).toStartInOrder(['findSong("Rain")']);
    checkPlayer(evidence, afterwards, rain, 'the player in the end');
    expect(answer, 'what the promise fulfils with').toBe(true);
    expect(evidence).toTakeExactly(200);
  },

  'stopped while it loads, a song does not play': (evidence) => {
    const { expect } = evidence;
    const { answer, afterwards } = evidence.result;
    checkPlayer(evidence, afterwards, { state: 'stopped', song: null }, 'the player in the end');
    expect(answer, 'what the promise fulfils with').toBe(false);
  },

  'a song in memory plays only when the caller has ended': (evidence) => {
    const { expect } = evidence;
    const { atOnce, answer, afterwards } = evidence.result;
    checkPlayer(evidence, atOnce, loading, 'the player when playSong returns');
    checkPlayer(evidence, afterwards, rain, 'the player in the end');
    expect(answer, 'what the promise fulfils with').toBe(true);
    expect(evidence).toTakeExactly(0);
  },

  'stopped in the very next line, a song in memory does not play': (evidence) => {
    const { expect } = evidence;
    const { atOnce, answer, afterwards } = evidence.result;
    const song = { title: 'The one before' };
    checkPlayer(evidence, atOnce, { state: 'loading', song }, 'the player when playSong returns');
    checkPlayer(evidence, afterwards, { state: 'stopped', song }, 'the player in the end');
    expect(answer, 'what the promise fulfils with').toBe(false);
  },

  'two players, one stopped too soon and one later': (evidence) => {
    const { expect } = evidence;
    const { first, second, secondMs, hasty, hastyAnswer, patientAnswer, whenFound, later } = evidence.result;
    const song = { title: second };
    checkPlayer(evidence, hasty, { state: 'stopped', song: null }, 'the player that was stopped');
    expect(hastyAnswer, 'answer for the player that was stopped').toBe(false);
    checkPlayer(evidence, whenFound, { state: 'playing', song }, 'the other player');
    expect(patientAnswer, 'answer for the other player').toBe(true);
    checkPlayer(evidence, later, { state: 'stopped', song }, 'the other player, stopped later');
    expect(evidence).toStartInOrder([`findSong("${first}")`, `findSong("${second}")`]);
    expect(evidence).toStartAt('findSong', 0);
    expect(evidence).toTakeExactly(secondMs + 500);
  },
} satisfies Expectations<typeof scenarios>;
