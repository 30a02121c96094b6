import type { Lab, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Solution = typeof solution;

const printing = (step: string) => (key: string) => console.log(`${step} ${key}`);

/** Five steps that only say that they were taken, and for which key. */
function printingSteps(): solution.Steps {
  return {
    insert: printing('insert'),
    check: printing('check'),
    format: printing('format'),
    draw: printing('draw'),
    save: printing('save'),
  };
}

/** Keys come straight from the event loop: no promise callback is under way when they do. All steps are over after 20 ms. */
async function press(lab: Lab<Solution>, pressKeys: () => void): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const macrotask = (): void => {
      try {
        pressKeys();
        resolve();
      } catch (error) {
        reject(error);
      }
    };
    setImmediate(macrotask);
  });
  await lab.sleep(20);
}

function waitingCallback(): void {
  void Promise.resolve().then(() => console.log('a promise callback'));
}

const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

export default {
  'one key: insert at once, all else later': {
    async run(lab) {
      await press(lab, () => {
        lab.solution.handleKey('a', printingSteps());
        console.log('handleKey has returned');
      });
    },
  },

  'two keys at once take their steps side by side': {
    async run(lab) {
      const steps = printingSteps();
      await press(lab, () => {
        lab.solution.handleKey('a', steps);
        lab.solution.handleKey('b', steps);
      });
    },
  },

  'check comes before the promise callbacks that wait, format after them': {
    async run(lab) {
      await press(lab, () => {
        waitingCallback();
        lab.solution.handleKey('a', printingSteps());
      });
    },
  },

  'draw comes in the same millisecond, save in the next': {
    async run(lab) {
      await press(lab, () => lab.solution.handleKey('a', printingSteps()));
    },
  },

  'draw waits until no promise callback is left': {
    hidden: true,
    async run(lab) {
      const depth = lab.integer(3, 9);
      await press(lab, () => {
        lab.solution.handleKey('a', printingSteps());
        let chain = Promise.resolve();
        for (let turn = 1; turn <= depth; turn += 1) {
          chain = chain.then(() => console.log(`promise callback ${turn}`));
        }
      });
      return { depth };
    },
  },

  'many keys, together and apart': {
    hidden: true,
    async run(lab) {
      const steps = printingSteps();
      const together = lab.shuffle(letters).slice(0, lab.integer(3, 5));
      const later = lab.pick(letters);
      await press(lab, () => {
        for (const key of together) lab.solution.handleKey(key, steps);
      });
      await press(lab, () => {
        waitingCallback();
        lab.solution.handleKey(later, steps);
      });
      return { together, later };
    },
  },
} satisfies Scenarios<Solution>;
