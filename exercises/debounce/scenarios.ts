import type { Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

export default {
  'a burst of calls runs the action once, with the last word': {
    async run(lab) {
      const { ask } = lab.simulate({ ask: { ms: 50 } });
      const search = lab.solution.debounce(ask, 300);
      for (const text of ['k', 'ke', 'ket']) {
        search(text);
        await lab.sleep(100);
      }
      await lab.sleep(900);
    },
  },

  'a call after the pause begins a new burst': {
    async run(lab) {
      const { ask } = lab.simulate({ ask: { ms: 500 } });
      const search = lab.solution.debounce(ask, 300);
      search('kettle');
      await lab.sleep(400);
      search('cup');
      await lab.sleep(900);
    },
  },

  'cancel forgets the call that is waiting': {
    async run(lab) {
      const { ask } = lab.simulate({ ask: { ms: 50 } });
      const search = lab.solution.debounce(ask, 300);
      search('kettle');
      await lab.sleep(200);
      search.cancel();
      await lab.sleep(400);
      search('cup');
      await lab.sleep(900);
    },
  },

  'cancel leaves no timer behind': {
    hidden: true,
    async run(lab) {
      const { ask } = lab.simulate({ ask: { ms: 50 } });
      const search = lab.solution.debounce(ask, 5000);
      search.cancel();
      for (let call = lab.integer(2, 5); call > 0; call -= 1) {
        search(`word ${call}`);
        await lab.sleep(lab.integer(20, 90));
      }
      search.cancel();
    },
  },

  'every argument of the last call is handed on': {
    hidden: true,
    async run(lab) {
      const { save } = lab.simulate({ save: { ms: 50 } });
      const waitMs = lab.integer(100, 300);
      const args = [`note ${lab.integer(1, 99)}`, { version: lab.integer(1, 99) }, lab.integer(1, 99)];
      const saveSoon = lab.solution.debounce((...note: unknown[]) => save(...note), waitMs);
      saveSoon('an older note', { version: 0 }, 0);
      await lab.sleep(60);
      saveSoon(...lab.copy(args));
      await lab.sleep(1000);
      return { waitMs, args };
    },
  },

  'any rhythm of typing': {
    hidden: true,
    async run(lab) {
      const waitMs = lab.integer(150, 250);
      const gapsMs = [...Array.from({ length: lab.integer(6, 10) }, () => lab.integer(20, 140)), 300, 350];
      const calls: { text: string; atMs: number }[] = [];
      const { ask } = lab.simulate({ ask: { ms: lab.integer(100, 900) } });
      const search = lab.solution.debounce(ask, waitMs);
      for (const gapMs of lab.shuffle(gapsMs)) {
        const text = `word ${calls.length}`;
        calls.push({ text, atMs: lab.now() });
        search(text);
        await lab.sleep(gapMs);
      }
      await lab.sleep(2000);
      return { waitMs, calls };
    },
  },

  'two debounced functions do not disturb each other': {
    hidden: true,
    async run(lab) {
      const { ask, save } = lab.simulate({ ask: { ms: 50 }, save: { ms: 50 } });
      const [askWaitMs, saveWaitMs] = [lab.integer(200, 290), lab.integer(300, 390)];
      const search = lab.solution.debounce(ask, askWaitMs);
      const saveSoon = lab.solution.debounce((...note: unknown[]) => save(...note), saveWaitMs);
      const forget = lab.solution.debounce(ask, askWaitMs);
      search('kettle');
      saveSoon('a note');
      forget('cup');
      await lab.sleep(100);
      forget.cancel();
      await lab.sleep(1000);
      return { askWaitMs, saveWaitMs };
    },
  },
} satisfies Scenarios<typeof solution>;
