import type { Outcome, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Solution = typeof solution;
type Listener = (event: MessageEvent) => void;
type Compute = (job: string) => Promise<unknown>;
type SimulatedWorker = { worker: solution.Connection; seen: { mostListeners: number; ids: unknown[] } };

/** Answers each message with what `compute` comes to. */
function serve(port: MessagePort, compute: Compute): void {
  async function answer({ id, job }: { id: unknown; job: string }): Promise<void> {
    try {
      port.postMessage({ id, result: await compute(job) });
    } catch (error) {
      port.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
    }
  }
  port.addEventListener('message', ({ data }) => void answer(data));
  port.start();
}

/** A worker behind a message channel, that answers with what `compute` comes to, and counts its listeners. */
function makeWorker(compute: Compute, chatter: string[] = []): SimulatedWorker {
  const { port1, port2 } = new MessageChannel();
  const seen: SimulatedWorker['seen'] = { mostListeners: 0, ids: [] };
  const listeners = new Set<Listener>();
  let own: Listener | null = null;
  function count(): void {
    seen.mostListeners = Math.max(seen.mostListeners, listeners.size + (own ? 1 : 0));
  }
  serve(port2, compute);
  port1.addEventListener('message', (event) => {
    for (const listener of [own, ...listeners]) listener?.(event);
  });
  port1.start();
  const worker = {
    postMessage(message: { id: unknown }) {
      seen.ids.push(message.id);
      port1.postMessage(message);
      for (const log of chatter) port2.postMessage({ log });
    },
    addEventListener(_type: string, listener: Listener) {
      listeners.add(listener);
      count();
    },
    removeEventListener(_type: string, listener: Listener) {
      listeners.delete(listener);
    },
    get onmessage() {
      return own;
    },
    set onmessage(listener: Listener | null) {
      own = listener;
      count();
    },
  };
  return { worker: worker as solution.Connection, seen };
}

function endOf(outcome: Outcome): string {
  return 'error' in outcome ? `${outcome.error.name}: ${outcome.error.message}` : String(outcome.value);
}

function small(file: string): string {
  return `small ${file}`;
}

export default {
  'three jobs are under way at once': {
    async run(lab) {
      const { shrink } = lab.simulate({ shrink: { ms: 100, value: small } });
      const ask = lab.solution.connect(makeWorker(shrink).worker);
      return await Promise.all(['cat', 'dog', 'emu'].map((file) => ask(file)));
    },
  },

  'answers may overtake each other': {
    async run(lab) {
      const { shrink } = lab.simulate({ shrink: { ms: [300, 200, 100], value: small } });
      const ask = lab.solution.connect(makeWorker(shrink).worker);
      return await Promise.all(
        ['cat', 'dog', 'emu'].map(async (file) => ({ result: await ask(file), atMs: lab.now() })),
      );
    },
  },

  'a job that fails rejects its own promise': {
    async run(lab) {
      const { shrink } = lab.simulate({
        shrink: { ms: [150, 100, 50], value: small, rejects: { 1: 'Not a picture' } },
      });
      const ask = lab.solution.connect(makeWorker(shrink).worker);
      const outcomes = await Promise.all(
        ['cat', 'notes', 'emu'].map((file) => lab.outcomeOf(() => ask(file))),
      );
      return outcomes.map(endOf);
    },
  },

  'messages without an id disturb nobody': {
    async run(lab) {
      const { shrink } = lab.simulate({ shrink: { ms: [80, 40], value: small } });
      const { worker } = makeWorker(shrink, ['Shrinking …']);
      const ask = lab.solution.connect(worker);
      return await Promise.all(['cat', 'dog'].map((file) => ask(file)));
    },
  },

  'one listener for many jobs': {
    hidden: true,
    async run(lab) {
      const jobs = Array.from(
        { length: lab.integer(12, 20) },
        (_, index) => `file-${lab.integer(10, 99)}-${index}`,
      );
      const latenciesMs = lab.shuffle(jobs.map((_, index) => 20 + index * 10));
      const { shrink } = lab.simulate({ shrink: { ms: latenciesMs, value: small } });
      const { worker, seen } = makeWorker(shrink);
      const ask = lab.solution.connect(worker);
      const results = await Promise.all(jobs.map((job) => ask(job)));
      return { jobs, results, ids: seen.ids.map(String), mostListeners: seen.mostListeners };
    },
  },

  'the same job twice': {
    hidden: true,
    async run(lab) {
      const { shrink } = lab.simulate({ shrink: { ms: [200, 100], values: ['first', 'second'] } });
      const ask = lab.solution.connect(makeWorker(shrink).worker);
      const file = `file-${lab.integer(10, 99)}`;
      return await Promise.all([ask(file), ask(file)]);
    },
  },

  'any result, any error': {
    hidden: true,
    async run(lab) {
      const values = lab.shuffle<unknown>([0, '', null, undefined, false, { error: 'no' }]);
      const { shrink, spoil } = lab.simulate({
        shrink: { ms: 50, values },
        spoil: { ms: 50, rejects: new Error('') },
      });
      const ask = lab.solution.connect(makeWorker(shrink).worker);
      const askInVain = lab.solution.connect(makeWorker(spoil).worker);
      const results = await Promise.all(values.map((_, index) => ask(`file-${index}`)));
      return { values, results, inVain: endOf(await lab.outcomeOf(() => askInVain('file'))) };
    },
  },

  'two workers at the same time': {
    hidden: true,
    async run(lab) {
      const { shrink, frame } = lab.simulate({
        shrink: { ms: lab.integer(100, 190), value: small },
        frame: { ms: lab.integer(20, 90), value: (file: string) => `framed ${file}` },
      });
      const [askShrink, askFrame] = [shrink, frame].map((compute) =>
        lab.solution.connect(makeWorker(compute).worker),
      );
      return await Promise.all([askShrink?.('cat'), askFrame?.('dog')]);
    },
  },
} satisfies Scenarios<Solution>;
