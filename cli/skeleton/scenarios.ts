// What happens: runs beside the student's code, calls it, and returns what it gave. It holds inputs, no expected values.
import type { Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

export default {
  'all guests are greeted together': {
    async run(lab) {
      const { greet } = lab.simulate({ greet: { ms: 100, value: (name: string) => `I am ${name}` } });
      return await lab.solution.greetAll(['Ada', 'Bo', 'Cy', 'Dee', 'Eve'], greet);
    },
  },

  'answers come in the order of the names': {
    async run(lab) {
      const { greet } = lab.simulate({
        greet: { ms: [300, 100, 200], value: (name: string) => `I am ${name}` },
      });
      return await lab.solution.greetAll(['Ada', 'Bo', 'Cy'], greet);
    },
  },

  'a guest who has left is told at once': {
    async run(lab) {
      const { greet } = lab.simulate({
        greet: { ms: [200, 100], rejects: ([name]) => (name === 'Bo' ? 'Bo has left' : undefined) },
      });
      return await lab.solution.greetAll(['Ada', 'Bo'], greet);
    },
  },

  // Students see neither the name nor the values of a hidden test. They come from a seed: the test holds for every one.
  'any guests, at any speed': {
    hidden: true,
    async run(lab) {
      const guests = Array.from({ length: lab.integer(6, 9) }, (_, index) => ({
        name: `guest ${lab.integer(100, 999)}-${index}`,
        ms: lab.integer(20, 400),
      }));
      const { greet } = lab.simulate({
        greet: {
          ms: ([name]) => guests.find((guest) => guest.name === name)?.ms ?? 0,
          value: (name: string) => `I am ${name}`,
        },
      });
      const names = guests.map(({ name }) => name);
      return { guests, answers: await lab.solution.greetAll(lab.copy(names), greet) };
    },
  },
} satisfies Scenarios<typeof solution>;
