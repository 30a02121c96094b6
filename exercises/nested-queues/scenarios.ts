// The programs stand here exactly as in the instructions, with all that a linter would not like about them.
/* oxlint-disable typescript/no-floating-promises, promise/always-return */
/* oxlint-disable unicorn/consistent-function-scoping */
import type { Lab, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Solution = typeof solution;

const programs: { [Program in solution.Program]: () => void } = {
  first() {
    setTimeout(() => console.log('bus'), 0);
    queueMicrotask(() => {
      console.log('shoes');
      queueMicrotask(() => console.log('laces'));
    });
    queueMicrotask(() => console.log('coat'));
    console.log('wake up');
  },

  second() {
    setTimeout(() => {
      console.log('soup');
      setTimeout(() => console.log('coffee'), 0);
      queueMicrotask(() => console.log('spoon'));
    }, 0);
    setTimeout(() => console.log('pasta'), 0);
    queueMicrotask(() => {
      setTimeout(() => console.log('cake'), 0);
    });
    console.log('menu');
  },

  third() {
    setTimeout(() => {
      queueMicrotask(() => {
        console.log('green');
        process.nextTick(() => console.log('white'));
        queueMicrotask(() => console.log('violet'));
      });
      process.nextTick(() => {
        console.log('red');
        queueMicrotask(() => console.log('blue'));
        process.nextTick(() => console.log('amber'));
      });
      console.log('paper');
    }, 0);
  },

  fourth() {
    setImmediate(() => {
      console.log('door');
      setImmediate(() => console.log('window'));
      queueMicrotask(() => console.log('key'));
    });
    setImmediate(() => console.log('garden'));
    setTimeout(() => console.log('clock'), 50);
    console.log('bell');
  },

  fifth() {
    let open = (): void => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    gate.then(() => {
      console.log('Ada goes in');
      Promise.resolve().then(() => console.log('Ada sits down'));
    });
    gate.then(() => console.log('Bo goes in'));
    setTimeout(() => {
      console.log('gate opens');
      open();
      console.log('guard waves');
    }, 100);
    setTimeout(() => console.log('music'), 100);
    console.log('people wait');
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
  'the first program: a microtask from a microtask': { run: async (lab) => await compare(lab, 'first') },
  'the second program: timers from timers and from microtasks': {
    run: async (lab) => await compare(lab, 'second'),
  },
  'the third program: ticks and microtasks call each other': {
    run: async (lab) => await compare(lab, 'third'),
  },
  'the fourth program': { hidden: true, run: async (lab) => await compare(lab, 'fourth') },
  'the fifth program': { hidden: true, run: async (lab) => await compare(lab, 'fifth') },
} satisfies Scenarios<Solution>;
