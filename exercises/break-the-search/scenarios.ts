import type { Lab, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Solution = typeof solution;
type Search = (text: string) => Promise<number>;
type MakeBox = (search: Search, show: (answer: number) => void) => (text: string) => Promise<void>;

const TYPED = ['tea', 'teak', 'tea'];
const CLOSING_MS = 400;

/** The boxes of the instructions. An answer is known by the number of its question. */
const boxes: { [Box in solution.Box]: MakeBox } = {
  showsAll: (search, show) => async (text) => {
    show(await search(text));
  },

  comparesTexts(search, show) {
    let inBox = '';
    return async (text) => {
      inBox = text;
      const answer = await search(text);
      if (text === inBox) show(answer);
    };
  },

  dropsTheOneBefore(search, show) {
    let asked = 0;
    const old = new Set<number>();
    return async (text) => {
      asked += 1;
      const mine = asked;
      const answer = await search(text);
      if (old.has(mine)) return;
      old.add(mine - 1);
      show(answer);
    };
  },

  neverGoesBack(search, show) {
    let asked = 0;
    let newest = 0;
    return async (text) => {
      asked += 1;
      const mine = asked;
      const answer = await search(text);
      if (mine < newest) return;
      newest = mine;
      show(answer);
    };
  },
};

/** The order as numbers of its own, or null; what is wrong with it, if it is neither. */
function readOrder(order: unknown): { order: number[] | null } | { problem: string } {
  if (order === null) return { order };
  if (!Array.isArray(order)) return { problem: 'it is no list' };
  const numbers: number[] = [];
  for (const entry of order) if (typeof entry === 'number') numbers.push(entry);
  const isComplete =
    order.length === TYPED.length && TYPED.every((_text, index) => numbers.includes(index + 1));
  return isComplete ? { order: numbers } : { problem: 'it does not have each of 1, 2 and 3 once' };
}

/** What is typed, and the answers in this order, as events: so the timeline shows them. */
function eventsOf(order: number[]): { atMs: number; type: string }[] {
  const typed = TYPED.map((text, index) => ({ atMs: 10 * index, type: `typed ${text}` }));
  const answers = order.map((question, index) => ({ atMs: 100 * (index + 1), type: `answer ${question}` }));
  return [...typed, ...answers];
}

/** Answers the questions of a box in an order of the student's, and notes what it shows. */
function answerInOrder(lab: Lab<Solution>, box: solution.Box, order: number[]): number[] {
  const { page } = lab.simulate({ page: { events: eventsOf(order) } });
  const shown: number[] = [];
  let asked = 0;
  const search: Search = () => {
    asked += 1;
    const question = asked;
    return new Promise((resolve) => {
      page.addEventListener(`answer ${question}`, () => resolve(question), { once: true });
    });
  };
  const type = boxes[box](search, (answer) => void shown.push(answer));
  for (const text of new Set(TYPED)) page.addEventListener(`typed ${text}`, () => void type(text));
  return shown;
}

/** The order, if there is a legal one, and the numbers of the questions whose answers were shown. */
async function follow(
  lab: Lab<Solution>,
  box: solution.Box,
): Promise<{ problem: string; order: number[] | null; shown: number[] }> {
  const entry = readOrder(lab.solution.orders?.[box]);
  const order = 'order' in entry ? entry.order : null;
  const shown = order === null ? [] : answerInOrder(lab, box, order);
  await lab.sleep(CLOSING_MS);
  return { problem: 'problem' in entry ? entry.problem : 'nothing', order, shown };
}

export default {
  'showsAll shows an old answer': { manyAnswers: true, run: async (lab) => await follow(lab, 'showsAll') },
  'comparesTexts shows an old answer': {
    manyAnswers: true,
    run: async (lab) => await follow(lab, 'comparesTexts'),
  },
  'the third box, dropsTheOneBefore': {
    hidden: true,
    manyAnswers: true,
    run: async (lab) => await follow(lab, 'dropsTheOneBefore'),
  },
  'the fourth box, neverGoesBack': {
    hidden: true,
    manyAnswers: true,
    run: async (lab) => await follow(lab, 'neverGoesBack'),
  },
} satisfies Scenarios<Solution>;
