// The pool of children, and the watchdog over each: the limits that always hold are held here, in the parent.
import { loadGuestBundles, type GuestBundles } from '../sandbox/guest-bundle.ts';
import type { Usage } from '../recording/types.ts';
import { startChild, type Child } from './child-process.ts';
import { GraderUnavailableError } from './errors.ts';
import { limits } from './limits.ts';
import type { FromChild, ToChild } from './messages.ts';

/** How a job left its child: it finished, or a limit of the parent's or a crash ended the process. */
export type JobEnd =
  /** `hitLimit`: some test ran into a limit inside the child, which is then not used again. */
  | { kind: 'finished'; last: FromChild; hitLimit: boolean }
  | { kind: 'lost'; resource: NonNullable<Usage['resource']>; detail: string };

export type Job = {
  message: ToChild;
  /** Every message of the job but its last. */
  onMessage?: (message: FromChild) => void;
  /** Wall time left to the whole submission. */
  wallLimitMs: number;
  signal?: AbortSignal;
};

export type Pool = {
  run(job: Job): Promise<JobEnd>;
  close(): Promise<void>;
};

type Slot = { child: Child | null; ready: Promise<Child>; gradings: number };

const BOOT_LIMIT_MS = 15_000;

export function makePool(size: number): Pool {
  let bundles: Promise<GuestBundles> | undefined;
  const idle: Slot[] = [];
  const waiting: ((slot: Slot) => void)[] = [];
  const slots: Slot[] = [];
  let isClosed = false;

  async function boot(slot: Slot): Promise<Child> {
    bundles ??= loadGuestBundles();
    const child = startChild(await bundles);
    slot.child = child;
    return await new Promise((resolve, reject) => {
      const timer = setTimeout(() => child.kill(`not ready after ${BOOT_LIMIT_MS} ms`), BOOT_LIMIT_MS);
      child.onMessage = () => {
        clearTimeout(timer);
        child.onEnd = () => renew(slot);
        resolve(child);
      };
      child.onEnd = ({ detail }) => {
        clearTimeout(timer);
        reject(new GraderUnavailableError(`A grader process could not be started: ${detail}`));
      };
    });
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

  async function takeSlot(): Promise<Slot> {
    const free = idle.pop();
    if (free !== undefined) return free;
    if (slots.length < size) {
      const slot: Slot = {
        child: null,
        ready: Promise.reject(new GraderUnavailableError('not started')),
        gradings: 0,
      };
      slot.ready.catch(() => {});
      slots.push(slot);
      renew(slot);
      return slot;
    }
    return await new Promise((resolve) => waiting.push(resolve));
  }

  function giveBack(slot: Slot): void {
    const next = waiting.shift();
    if (next === undefined) idle.push(slot);
    else next(slot);
  }

  async function readyChild(slot: Slot): Promise<Child> {
    try {
      return await slot.ready;
    } catch {
      // One more try: the machine may have been out of memory or processes for a moment.
      renew(slot);
      return await slot.ready;
    }
  }

  return {
    async run(job) {
      if (isClosed) throw new GraderUnavailableError('The grader has been closed');
      const slot = await takeSlot();
      try {
        const child = await readyChild(slot);
        const end = await perform(child, job);
        slot.gradings += 1;
        if (mustRecycle(end) || slot.gradings >= limits.childRecycleAfter) {
          child.onEnd = () => {};
          child.kill('recycled');
          renew(slot);
        } else {
          child.onEnd = () => renew(slot);
        }
        return end;
      } finally {
        giveBack(slot);
      }
    },
    async close() {
      isClosed = true;
      await Promise.all(
        slots.map(async (slot) => {
          const child = slot.child ?? (await slot.ready.catch(() => null));
          child?.kill('closed');
          await child?.gone;
        }),
      );
    },
  };
}

/** A child whose machinery failed, or that a limit was hit in, is not used again. */
function mustRecycle(end: JobEnd): boolean {
  if (end.kind === 'lost' || end.hitLimit) return true;
  return end.last.type === 'fault' || (end.last.type === 'errored' && end.last.isPoisoned);
}

async function perform(child: Child, job: Job): Promise<JobEnd> {
  return await new Promise((resolve) => {
    const { jobId } = job.message;
    let killedFor: Usage['resource'];
    let hitLimit = false;
    const kill = (resource: NonNullable<Usage['resource']>, detail: string): void => {
      killedFor = resource;
      child.kill(detail);
    };
    const submissionTimer = setTimeout(() => kill('wall', 'submission wall limit'), job.wallLimitMs);
    let testTimer = startTestTimer();
    const memoryPoll = setInterval(() => {
      if (child.rssMiB() > limits.rssLimitMiB) kill('rss', 'memory limit');
    }, limits.rssPollMs);
    const abort = (): void => kill('wall', 'cancelled');
    job.signal?.addEventListener('abort', abort, { once: true });

    function startTestTimer(): NodeJS.Timeout {
      return setTimeout(() => kill('wall', 'test wall limit'), limits.wallTestLimitMs);
    }
    function end(result: JobEnd): void {
      clearTimeout(submissionTimer);
      clearTimeout(testTimer);
      clearInterval(memoryPoll);
      job.signal?.removeEventListener('abort', abort);
      child.onMessage = () => {};
      resolve(result);
    }
    child.onMessage = (message) => {
      // A forged, late or duplicate answer to another job is a child that cannot be trusted any more.
      if (message.type === 'ready' || message.jobId !== jobId)
        return kill('crash', 'a message for another job');
      if (message.type !== 'test') return end({ kind: 'finished', last: message, hitLimit });
      hitLimit ||= message.resource !== undefined;
      clearTimeout(testTimer);
      testTimer = startTestTimer();
      job.onMessage?.(message);
    };
    child.onEnd = ({ detail }) => end({ kind: 'lost', resource: killedFor ?? 'crash', detail });
    child.send(job.message);
  });
}
