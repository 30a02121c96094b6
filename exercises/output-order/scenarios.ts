// The programs stand here exactly as in the instructions, with all that a linter would not like about them.
/* oxlint-disable typescript/no-floating-promises, typescript/await-thenable */
/* oxlint-disable unicorn/no-unnecessary-await, unicorn/consistent-function-scoping */
import type { Lab, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Solution = typeof solution;

const programs: { [Program in solution.Program]: () => void } = {
  first() {
    console.log('start');
    setTimeout(() => console.log('timer'), 0);
    Promise.resolve().then(() => console.log('promise'));
    console.log('end');
  },

  second() {
    async function makeTea(): Promise<void> {
      console.log('water on');
      await null;
      console.log('pour');
    }

    console.log('good morning');
    makeTea();
    queueMicrotask(() => console.log('toast'));
    console.log('newspaper');
  },

  third() {
    setTimeout(() => console.log('slow'), 200);
    setTimeout(() => {
      console.log('quick');
      Promise.resolve().then(() => console.log('after quick'));
    }, 100);
    setTimeout(() => console.log('also quick'), 100);
    console.log('now');
  },

  fourth() {
    async function countRed(): Promise<void> {
      console.log('red 1');
      await null;
      console.log('red 2');
      await null;
      console.log('red 3');
    }

    setTimeout(() => console.log('gold'), 0);
    Promise.resolve()
      .then(() => console.log('blue 1'))
      .then(() => console.log('blue 2'))
      .then(() => console.log('blue 3'));
    countRed();
  },

  fifth() {
    const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

    async function run(name: string, ms: number): Promise<void> {
      console.log(`${name} starts`);
      await sleep(ms);
      console.log(`${name} arrives`);
    }

    setTimeout(() => console.log('rain'), 150);
    Promise.all([run('tortoise', 200), run('hare', 100)]).then(() => console.log('prizes'));
    queueMicrotask(() => {
      console.log('cheers');
      setTimeout(() => console.log('applause'), 0);
    });
    console.log('the race is on');
  },
};

/** The prediction as one text. Unlike an array, a text cannot be changed while the program runs. */
function textOf(prediction: unknown): string {
  if (!Array.isArray(prediction)) return '';
  let text = '';
  for (const line of prediction) text += `${String(line)}\n`;
  return text;
}

/** Notes the prediction, then runs the program to its end. */
async function compare(lab: Lab<Solution>, program: solution.Program): Promise<string> {
  const prediction = textOf(lab.solution.predictions?.[program]);
  programs[program]();
  await lab.sleep(500);
  return prediction;
}

export default {
  'the first program: a timer, a promise, and the code around them': {
    run: async (lab) => await compare(lab, 'first'),
  },
  'the second program: an async function up to its first await': {
    run: async (lab) => await compare(lab, 'second'),
  },
  'the third program: timers, and the microtasks between them': {
    run: async (lab) => await compare(lab, 'third'),
  },
  'the fourth program': { hidden: true, run: async (lab) => await compare(lab, 'fourth') },
  'the fifth program': { hidden: true, run: async (lab) => await compare(lab, 'fifth') },
} satisfies Scenarios<Solution>;
