// One job on one child, under the limits that always hold: wall time and memory, held here, in the parent.
import type { Usage } from '../recording/types.ts';
import type { Child } from './child-process.ts';
import { limits } from './limits.ts';
import type { FromChild, ToChild } from './messages.ts';

/** How a job left its child: it finished, or a limit of the parent's or a crash ended the process. */
type Result =
  /** `hitLimit`: some test ran into a limit inside the child, which is then not used again. */
  | { kind: 'finished'; last: FromChild; hitLimit: boolean }
  | { kind: 'lost'; resource: NonNullable<Usage['resource']>; detail: string };
/** `wallMs`: since the child was given the job. Neither waiting for a child nor starting one is the submission's doing. */
export type JobEnd = Result & { wallMs: number };

export type Job = {
  message: ToChild;
  /** Every message of the job but its last. What it throws ends the job. */
  onMessage?: (message: FromChild) => void;
  /** Wall time left to the whole submission. */
  wallLimitMs: number;
  signal?: AbortSignal;
};

/** @throws what `job.onMessage` throws; the child must not be used again then. */
export async function perform(child: Child, job: Job): Promise<JobEnd> {
  return await new Promise((resolve, reject) => {
    const { jobId } = job.message;
    const startMs = performance.now();
    let killedFor: Usage['resource'];
    let hitLimit = false;
    let nextIndex = 0;
    const testCount = job.message.type === 'grade' ? job.message.tests.length : 0;
    const kill = (resource: NonNullable<Usage['resource']>, detail: string): void => {
      killedFor ??= resource;
      child.kill(detail);
      // Of a child that has said what no child says, no other word counts.
      if (resource === 'crash') child.onMessage = () => {};
    };
    const submissionTimer = setTimeout(() => kill('wall', 'submission wall limit'), job.wallLimitMs);
    let testTimer = startTestTimer();
    const memoryPoll = setInterval(() => {
      if (child.rssMiB() > limits.rssLimitMiB) kill('rss', 'memory limit');
    }, limits.rssPollMs);
    const abort = (): void => kill('wall', 'cancelled');
    job.signal?.addEventListener('abort', abort, { once: true });

    /** A child that has hardly been given a processor is not at fault: it gets as long again, once per test. */
    function startTestTimer(): NodeJS.Timeout {
      const startCpuMs = child.cpuMs();
      const onLimit = (): void => kill('wall', 'test wall limit');
      return setTimeout(() => {
        if (isStarved(startCpuMs, child.cpuMs())) testTimer = setTimeout(onLimit, limits.wallTestLimitMs);
        else onLimit();
      }, limits.wallTestLimitMs);
    }
    function stopWatching(): void {
      clearTimeout(submissionTimer);
      clearTimeout(testTimer);
      clearInterval(memoryPoll);
      job.signal?.removeEventListener('abort', abort);
      child.onMessage = () => {};
      child.onEnd = () => {};
    }
    function end(result: Result): void {
      stopWatching();
      resolve({ ...result, wallMs: performance.now() - startMs });
    }
    function pass(message: FromChild): void {
      try {
        job.onMessage?.(message);
      } catch (error) {
        stopWatching();
        reject(error);
      }
    }
    child.onMessage = (message) => {
      // A forged, late or duplicate answer to another job is a child that cannot be trusted any more.
      if (message.type === 'ready' || message.jobId !== jobId)
        return kill('crash', 'a message for another job');
      if (message.type === 'done' && nextIndex !== testCount)
        return kill('crash', 'done before every test was');
      if (message.type !== 'test')
        return end({ kind: 'finished', last: message, hitLimit: hitLimit || killedFor !== undefined });
      if (message.index !== nextIndex || nextIndex >= testCount) return kill('crash', 'a test out of turn');
      nextIndex += 1;
      hitLimit ||= message.resource !== undefined;
      clearTimeout(testTimer);
      testTimer = startTestTimer();
      pass(message);
    };
    child.onEnd = ({ detail }) => end({ kind: 'lost', resource: killedFor ?? 'crash', detail });
    child.send(job.message);
  });
}

/** @returns whether a child had less than half of the processor time that its wall time would have given it. */
function isStarved(startCpuMs: number | undefined, cpuMs: number | undefined): boolean {
  if (startCpuMs === undefined || cpuMs === undefined) return false;
  return cpuMs - startCpuMs < limits.wallTestLimitMs / 2;
}
