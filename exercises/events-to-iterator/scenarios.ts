import type { Lab, Scenarios, SimulatedEvent } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Solution = typeof solution;
type Seen = { message: unknown; atMs: number };

const message = (atMs: number, detail: unknown): SimulatedEvent => ({ atMs, type: 'message', detail });
const close = (atMs: number): SimulatedEvent => ({ atMs, type: 'close' });

/** Walks over the messages of a socket and takes so many ms for each. */
async function walk(lab: Lab<Solution>, socket: EventTarget, busyMs: number, seen: Seen[]): Promise<Seen[]> {
  for await (const found of lab.solution.messages(socket)) {
    seen.push({ message: found, atMs: lab.now() });
    if (busyMs > 0) await lab.sleep(busyMs);
  }
  return seen;
}

/** Some messages at seeded times, the empty ones among them; some come in the same moment. */
function someMessages(lab: Lab<Solution>): { atMs: number; detail: unknown }[] {
  let atMs = 0;
  return lab.shuffle(['hi', 0, '', 'who?', null, 'me', false]).map((detail) => {
    atMs += lab.pick([0, 1, 7, 40]);
    return { atMs, detail };
  });
}

export default {
  'messages come one by one, until the socket is closed': {
    async run(lab) {
      const { socket } = lab.simulate({
        socket: { events: [message(105, 'Hello'), message(230, 'Anybody?'), close(345)] },
      });
      return await walk(lab, socket, 0, []);
    },
  },

  'what comes while the loop is busy is kept': {
    async run(lab) {
      const { socket } = lab.simulate({
        socket: {
          events: [
            message(10, 'one'),
            message(20, 'two'),
            message(30, 'three'),
            message(40, 'four'),
            close(50),
          ],
        },
      });
      return await walk(lab, socket, 100, []);
    },
  },

  'a loop that is left early leaves no listener behind': {
    async run(lab) {
      const { socket } = lab.simulate({
        socket: { events: [message(25, 'Hello'), message(50, 'Bye'), message(75, 'Still there?')] },
      });
      for await (const found of lab.solution.messages(socket)) {
        if (found === 'Bye') return found;
      }
      return null;
    },
  },

  'a lost connection fails the loop, after the messages before it': {
    hidden: true,
    async run(lab) {
      const busyMs = lab.integer(50, 90);
      const { socket } = lab.simulate({
        socket: {
          events: [
            message(10, 'one'),
            message(20, 'two'),
            { atMs: 30, type: 'error', detail: new Error('Line is dead') },
          ],
        },
      });
      const seen: Seen[] = [];
      const outcome = await lab.outcomeOf(() => walk(lab, socket, busyMs, seen));
      return { busyMs, seen, outcome };
    },
  },

  'an error in the body of the loop leaves no listener behind': {
    hidden: true,
    async run(lab) {
      const { socket } = lab.simulate({ socket: { events: [message(15, 'Hello'), message(40, 'Bye')] } });
      return await lab.outcomeOf(async () => {
        for await (const found of lab.solution.messages(socket))
          throw new Error(`No word for ${String(found)}`);
      });
    },
  },

  'what comes after the end does not count': {
    hidden: true,
    async run(lab) {
      const { first, second } = lab.simulate({
        first: { events: [message(10, 'one'), close(20), message(30, 'late'), close(35)] },
        second: {
          events: [
            message(10, 'two'),
            { atMs: 20, type: 'error', detail: new Error('Line is dead') },
            message(30, 'late'),
          ],
        },
      });
      const seen: Seen[] = [];
      const [closed, lost] = await Promise.all([
        lab.outcomeOf(() => walk(lab, first, 50, [])),
        lab.outcomeOf(() => walk(lab, second, 60, seen)),
      ]);
      return { closed, lost, seen };
    },
  },

  'any burst of messages comes through, empty ones too': {
    hidden: true,
    async run(lab) {
      const planned = someMessages(lab);
      const busyMs = lab.integer(3, 30);
      const closesAtMs = (planned.at(-1)?.atMs ?? 0) + lab.pick([0, 5, 60]);
      const { socket } = lab.simulate({
        socket: { events: [...planned.map(({ atMs, detail }) => message(atMs, detail)), close(closesAtMs)] },
      });
      return { planned, busyMs, closesAtMs, seen: await walk(lab, socket, busyMs, []) };
    },
  },

  'two sockets do not disturb each other': {
    hidden: true,
    async run(lab) {
      const { left, right } = lab.simulate({
        left: { events: [message(10, 'a'), message(12, 'b'), message(50, 'c'), close(90)] },
        right: { events: [message(11, 'x'), message(13, 'y'), close(70)] },
      });
      const [ofLeft, ofRight] = await Promise.all([walk(lab, left, 20, []), walk(lab, right, 30, [])]);
      return { ofLeft, ofRight };
    },
  },
} satisfies Scenarios<Solution>;
