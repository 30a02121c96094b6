import type { Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

const makePlayer = (): solution.Player => ({ state: 'idle', song: null });

export default {
  'the player is loading before playSong returns': {
    async run(lab) {
      const { findSong } = lab.simulate({ findSong: { ms: 200, value: (title: string) => ({ title }) } });
      const player = makePlayer();
      const playing = lab.solution.playSong(player, 'Rain', findSong);
      const atOnce = lab.copy(player);
      const answer = await playing;
      return { atOnce, answer, afterwards: lab.copy(player) };
    },
  },

  'stopped while it loads, a song does not play': {
    async run(lab) {
      const { findSong } = lab.simulate({ findSong: { ms: 200, value: (title: string) => ({ title }) } });
      const player = makePlayer();
      const playing = lab.solution.playSong(player, 'Rain', findSong);
      await lab.sleep(50);
      player.state = 'stopped';
      const answer = await playing;
      return { answer, afterwards: lab.copy(player) };
    },
  },

  'a song in memory plays only when the caller has ended': {
    async run(lab) {
      const player = makePlayer();
      const playing = lab.solution.playSong(player, 'Rain', (title) => ({ title }));
      const atOnce = lab.copy(player);
      const answer = await playing;
      return { atOnce, answer, afterwards: lab.copy(player) };
    },
  },

  'stopped in the very next line, a song in memory does not play': {
    hidden: true,
    async run(lab) {
      const song = { title: `Song ${lab.integer(1, 99)}` };
      const player: solution.Player = { state: 'stopped', song: { title: 'The one before' } };
      const playing = lab.solution.playSong(player, song.title, () => song);
      const atOnce = lab.copy(player);
      player.state = 'stopped';
      const answer = await playing;
      return { atOnce, answer, afterwards: lab.copy(player) };
    },
  },

  'two players, one stopped too soon and one later': {
    hidden: true,
    async run(lab) {
      const { playSong } = lab.solution;
      const titles = lab.shuffle(['Rain', 'Snow', 'Wind', 'Fog']);
      const [first = '', second = ''] = titles;
      const firstMs = lab.integer(100, 200);
      const secondMs = lab.integer(210, 400);
      const { findSong } = lab.simulate({
        findSong: {
          ms: ([title]) => (title === first ? firstMs : secondMs),
          value: (title: string) => ({ title }),
        },
      });
      const [hasty, patient] = [makePlayer(), makePlayer()];
      const answers = Promise.all([playSong(hasty, first, findSong), playSong(patient, second, findSong)]);
      await lab.sleep(lab.integer(10, 90));
      hasty.state = 'stopped';
      const [hastyAnswer, patientAnswer] = await answers;
      const whenFound = lab.copy(patient);
      patient.state = 'stopped';
      await lab.sleep(500);
      return { first, second, secondMs, hasty, hastyAnswer, patientAnswer, whenFound, later: patient };
    },
  },
} satisfies Scenarios<typeof solution>;
