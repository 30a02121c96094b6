// The pool of children: each takes one job at a time, and none is used again after a limit, a crash or a fault.
import { startChild, type Child } from './child-process.ts';
import { makeConfinement, type ConfinementOptions } from './confinement.ts';
import { GraderUnavailableError } from './errors.ts';
import { limits } from './limits.ts';
import { findProgram } from './child-program.ts';
import { perform, type Job, type JobEnd } from './watchdog.ts';

export type Pool = {
  /** @throws GraderUnavailableError when no child can be started or the pool is closed; what the job's own callback throws. */
  run(job: Job): Promise<JobEnd>;
  close(): Promise<void>;
};

export type PoolOptions = {
  size: number;
  /** Program of the children; another than the grader's own only in tests of what the parent withstands. */
  childFile?: string;
  confinement?: ConfinementOptions;
};

type Slot = { child: Child | null; ready: Promise<Child>; gradings: number };

const BOOT_LIMIT_MS = 15_000;

export function makePool({ size, childFile, confinement: confinementOptions }: PoolOptions): Pool {
  const confinement = makeConfinement(confinementOptions);
  const idle: Slot[] = [];
  const waiting: ((slot: Slot) => void)[] = [];
  const slots: Slot[] = [];
  const retired = new Set<Child>();
  let isClosed = false;

  async function boot(slot: Slot): Promise<Child> {
    const child = startChild(await findProgram(), {
      confinement,
      ...(childFile === undefined ? {} : { childFile }),
    });
    slot.child = child;
    return await new Promise((resolve, reject) => {
      const timer = setTimeout(() => child.kill(`not ready after ${BOOT_LIMIT_MS} ms`), BOOT_LIMIT_MS);
      child.onMessage = (message) => {
        if (message.type !== 'ready') return child.kill('spoke before it was ready');
        clearTimeout(timer);
        confinement.onReady();
        rest(slot, child);
        resolve(child);
      };
      child.onEnd = ({ detail }) => {
        clearTimeout(timer);
        confinement.onBootFailure(detail);
        reject(new GraderUnavailableError(`A grader process could not be started: ${detail}`));
      };
    });
  }

  /** Between two jobs a child is silent; one that speaks cannot be trusted with the next. */
  function rest(slot: Slot, child: Child): void {
    child.onMessage = () => child.kill('spoke without a job');
    child.onEnd = () => {
      if (slot.child === child) renew(slot);
    };
  }

  /** Starts a new child for a slot, ahead of the next job. */
  function renew(slot: Slot): void {
    slot.child = null;
    slot.gradings = 0;
    if (isClosed) return;
    slot.ready = boot(slot);
    // Reported to the job that needs the child.
    slot.ready.catch(() => {});
  }

  function retire(slot: Slot, child: Child): void {
    child.onMessage = () => {};
    child.onEnd = () => {};
    child.kill('recycled');
    retired.add(child);
    void child.gone.then(() => retired.delete(child));
    renew(slot);
  }

  async function takeSlot(): Promise<Slot> {
    const free = idle.pop();
    if (free !== undefined) return free;
    if (slots.length >= size) return await new Promise((resolve) => waiting.push(resolve));
    const slot: Slot = { child: null, ready: Promise.reject(unavailable()), gradings: 0 };
    slot.ready.catch(() => {});
    slots.push(slot);
    renew(slot);
    return slot;
  }

  function giveBack(slot: Slot): void {
    const next = waiting.shift();
    if (next === undefined) idle.push(slot);
    else next(slot);
  }

  async function readyChild(slot: Slot): Promise<Child> {
    if (isClosed) throw unavailable();
    try {
      return await slot.ready;
    } catch {
      // One more try: the machine may have been out of memory or processes for a moment.
      renew(slot);
      return await slot.ready;
    }
  }

  async function runOn(slot: Slot, job: Job): Promise<JobEnd> {
    const child = await readyChild(slot);
    if (isClosed) throw unavailable();
    // Cancelled while it waited: the child has nothing to do with it.
    if (job.signal?.aborted === true)
      return { kind: 'lost', resource: 'wall', detail: 'cancelled', wallMs: 0 };
    let end: JobEnd | undefined;
    try {
      end = await perform(child, job);
      return end;
    } finally {
      slot.gradings += 1;
      const isSpent = end === undefined || mustRecycle(end) || slot.gradings >= limits.childRecycleAfter;
      if (isSpent) retire(slot, child);
      else rest(slot, child);
    }
  }

  return {
    async run(job) {
      if (isClosed) throw unavailable();
      const slot = await takeSlot();
      try {
        const end = await runOn(slot, job);
        // A child that close() ended has not been ended by the code it ran.
        if (isClosed && end.kind === 'lost') throw unavailable();
        return end;
      } finally {
        giveBack(slot);
      }
    },
    async close() {
      isClosed = true;
      const current = await Promise.all(
        slots.map(async (slot) => slot.child ?? (await slot.ready.catch(() => null))),
      );
      const children = [...current.filter((child) => child !== null), ...retired];
      for (const child of children) child.kill('closed');
      await Promise.all(children.map(async (child) => await child.gone));
    },
  };
}

function unavailable(): GraderUnavailableError {
  return new GraderUnavailableError('The grader has been closed');
}

/** A child whose machinery failed, or that a limit was hit in, is not used again. */
function mustRecycle(end: JobEnd): boolean {
  if (end.kind === 'lost' || end.hitLimit) return true;
  return end.last.type === 'fault' || (end.last.type === 'errored' && end.last.isPoisoned);
}
