import type { Lab, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Solution = typeof solution;
type Shown = { atMs: number; view: solution.View };

/** A page that notes what it is asked to show, and when. */
function makePage(lab: Lab<Solution>): { shown: Shown[]; show: (view: solution.View) => void } {
  const shown: Shown[] = [];
  return { shown, show: (view) => void shown.push({ atMs: lab.now(), view }) };
}

const about = (text: string): string[] => [`all about ${text}`];

export default {
  'one question, one answer': {
    async run(lab) {
      const { search } = lab.simulate({ search: { ms: 120, value: about } });
      const { shown, show } = makePage(lab);
      const told = await lab.solution.makeSearchBox(search, show)('tea');
      return { told, shown };
    },
  },

  'each text is searched for at once': {
    async run(lab) {
      const { search } = lab.simulate({ search: { ms: [300, 100], value: about } });
      const { shown, show } = makePage(lab);
      const type = lab.solution.makeSearchBox(search, show);
      const older = type('te');
      await lab.sleep(50);
      await Promise.all([older, type('tea')]);
      return shown;
    },
  },

  'the list always fits the box, whoever answers first': {
    explore: true,
    async run(lab) {
      const { search } = lab.simulate({ search: { ms: [50, 150, 250], value: about } });
      const { shown, show } = makePage(lab);
      const type = lab.solution.makeSearchBox(search, show);
      await Promise.all([type('t'), type('te'), type('tea')]);
      return shown.at(-1)?.view;
    },
  },

  'an error is shown, not thrown': {
    async run(lab) {
      const { search } = lab.simulate({ search: { ms: 80, rejects: ['Server is down'], value: about } });
      const { shown, show } = makePage(lab);
      const type = lab.solution.makeSearchBox(search, show);
      const told = await lab.outcomeOf(() => type('tea'));
      await type('teak');
      return { told, shown };
    },
  },

  'an old answer is not shown, even if the new one is still under way': {
    hidden: true,
    async run(lab) {
      const word = lab.pick(['rain', 'snow', 'wind']);
      const firstMs = lab.integer(60, 90);
      const secondMs = lab.integer(200, 300);
      const { search } = lab.simulate({ search: { ms: [firstMs, secondMs], value: about } });
      const { shown, show } = makePage(lab);
      const type = lab.solution.makeSearchBox(search, show);
      const older = type(word.slice(0, 2));
      await lab.sleep(30);
      await Promise.all([older, type(word)]);
      return { word, shownAtMs: 30 + secondMs, shown };
    },
  },

  'an old error is not shown either': {
    hidden: true,
    async run(lab) {
      const word = lab.pick(['rain', 'snow', 'wind']);
      const { search } = lab.simulate({
        search: { ms: [lab.integer(200, 300), 100], rejects: ['Too short'], value: about },
      });
      const { shown, show } = makePage(lab);
      const type = lab.solution.makeSearchBox(search, show);
      await Promise.all([type(word.slice(0, 1)), type(word)]);
      return { word, shown };
    },
  },

  'the same text typed again waits for its own answer': {
    hidden: true,
    async run(lab) {
      const word = lab.pick(['rain', 'snow', 'wind']);
      const [old, fresh] = [`seen before ${lab.integer(10, 99)}`, `seen now ${lab.integer(10, 99)}`];
      const { search } = lab.simulate({
        search: { ms: [200, 100, 300], values: [[old], ['other'], [fresh]] },
      });
      const { shown, show } = makePage(lab);
      const type = lab.solution.makeSearchBox(search, show);
      await Promise.all([type(word), type(`${word}y`), type(word)]);
      return { word, fresh, shown };
    },
  },

  'an emptied box stays empty': {
    hidden: true,
    async run(lab) {
      const word = lab.pick(['rain', 'snow', 'wind']);
      const { search } = lab.simulate({ search: { ms: lab.integer(100, 200), value: about } });
      const { shown, show } = makePage(lab);
      const type = lab.solution.makeSearchBox(search, show);
      const older = type(word);
      await lab.sleep(40);
      await Promise.all([older, type('')]);
      return { shown };
    },
  },

  'two boxes do not disturb each other': {
    hidden: true,
    async run(lab) {
      const [one, other] = lab.shuffle(['rain', 'snow', 'wind']);
      const { search } = lab.simulate({ search: { ms: [150, 80], value: about } });
      const left = makePage(lab);
      const right = makePage(lab);
      const typeLeft = lab.solution.makeSearchBox(search, left.show);
      const typeRight = lab.solution.makeSearchBox(search, right.show);
      await Promise.all([typeLeft(one ?? ''), typeRight(other ?? '')]);
      return { one, other, left: left.shown, right: right.shown };
    },
  },
} satisfies Scenarios<Solution>;
