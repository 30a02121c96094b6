import type { Lab, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Solution = typeof solution;
type Visit = { name: string; comesAtMs: number; readMs: number; writeMs: number };
type Written = { name: string; count: number; atMs: number };
type Server = {
  readCount: (name: string) => Promise<number>;
  writeCount: (name: string, count: number) => Promise<void>;
};

const NAMES = ['Ada', 'Bo', 'Cem'];
const GAP_MS = 100;
/** After the last write of the slowest schedule. */
const CLOSING_MS = 1300;

/** The program of the instructions. */
async function visit(name: string, { readCount, writeCount }: Server): Promise<void> {
  const seen = await readCount(name);
  await writeCount(name, seen + 1);
}

function isLatency(ms: unknown): ms is number {
  return typeof ms === 'number' && ms % 1 === 0 && ms >= 1 && ms <= 500;
}

function noLatency(what: string, ms: unknown): string {
  return `${what} is ${String(ms)}, and not a whole number from 1 to 500`;
}

/** The latencies as plain numbers, or what is wrong with them. */
function readSchedule(schedule: unknown): { visits: Visit[] } | { problem: string } {
  if (!Array.isArray(schedule)) return { problem: 'it is not a list' };
  if (schedule.length !== NAMES.length) return { problem: `it has ${schedule.length} visitors` };
  const visits: Visit[] = [];
  for (const [index, name] of NAMES.entries()) {
    const { readMs, writeMs } = Object(schedule[index]);
    if (!isLatency(readMs)) return { problem: noLatency(`readMs of ${name}`, readMs) };
    if (!isLatency(writeMs)) return { problem: noLatency(`writeMs of ${name}`, writeMs) };
    visits.push({ name, comesAtMs: index * GAP_MS, readMs, writeMs });
  }
  return { visits };
}

/** When the answers of a visit come. Those of one moment come in the order in which they were asked for. */
function momentsOf({
  name,
  comesAtMs,
  readMs,
  writeMs,
}: Visit): { askedAtMs: number; atMs: number; type: string }[] {
  const readAtMs = comesAtMs + readMs;
  return [
    { askedAtMs: -1, atMs: comesAtMs, type: `${name} comes` },
    { askedAtMs: comesAtMs, atMs: readAtMs, type: `${name} has read` },
    { askedAtMs: readAtMs, atMs: readAtMs + writeMs, type: `${name} has written` },
  ];
}

/** Runs the program under a schedule of the student's. The answers are events, so that the timeline shows their order. */
async function follow(
  lab: Lab<Solution>,
  task: solution.Task,
): Promise<{ problem: string; written: Written[] }> {
  const schedule = readSchedule(lab.solution.schedules?.[task]);
  if ('problem' in schedule) {
    await lab.sleep(CLOSING_MS);
    return { problem: schedule.problem, written: [] };
  }
  const moments = schedule.visits
    .flatMap(momentsOf)
    .toSorted((one, other) => one.askedAtMs - other.askedAtMs);
  const { page } = lab.simulate({ page: { events: moments.map(({ atMs, type }) => ({ atMs, type })) } });
  const written: Written[] = [];
  const at = <Answer>(type: string, answer: () => Answer): Promise<Answer> =>
    new Promise((resolve) => page.addEventListener(type, () => resolve(answer()), { once: true }));
  const server: Server = {
    readCount: (name) => at(`${name} has read`, () => written.at(-1)?.count ?? 0),
    writeCount: (name, count) =>
      at(`${name} has written`, () => void written.push({ name, count, atMs: lab.now() })),
  };
  for (const name of NAMES)
    page.addEventListener(`${name} comes`, () => void visit(name, server), { once: true });
  await lab.sleep(CLOSING_MS);
  return { problem: 'nothing', written };
}

export default {
  'losesOne: the count ends at 2': { manyAnswers: true, run: async (lab) => await follow(lab, 'losesOne') },
  'losesTwo: the count ends at 1': { manyAnswers: true, run: async (lab) => await follow(lab, 'losesTwo') },
  'runsBackwards: the count gets smaller': {
    manyAnswers: true,
    run: async (lab) => await follow(lab, 'runsBackwards'),
  },
  'lastComesFirst: all are counted, from the last to the first': {
    manyAnswers: true,
    run: async (lab) => await follow(lab, 'lastComesFirst'),
  },
} satisfies Scenarios<Solution>;
