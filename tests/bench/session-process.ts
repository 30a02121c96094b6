// A process like a child of the grader's, with a warm session. On each message it measures one block of the bare floor, of
// fresh and of pre-warmed gradings, taking turns.
import { readGuestBundles, readSnapshots } from '#grader/sandbox/guest-files.ts';
import { findProgram } from '#grader/worker/child-program.ts';
import { makeSession } from '#grader/worker/session.ts';
import { runBareIsolate } from './bare-isolate.ts';
import { gradeInProcess } from './grade-in-process.ts';
import { expectExplored, expectPassed, type WorkItems } from './work-items.ts';

export type SessionRequest = WorkItems & { times: number };
/** Wall ms of each run. */
export type SessionSamples = {
  floor: number[];
  fiveContexts: number[];
  fresh: number[];
  prewarmed: number[];
  schedules100: number[];
};

/** A hundred schedules are a longer run: one of so many turns has one. */
const EXPLORES_EVERY = 5;

const { guest } = await findProgram();
const session = makeSession(readGuestBundles(guest.bundles), readSnapshots(guest.snapshotFiles));

function measureBlock({ fiveTests, hundredSchedules, times }: SessionRequest): SessionSamples {
  const samples: SessionSamples = { floor: [], fiveContexts: [], fresh: [], prewarmed: [], schedules100: [] };
  const { solution } = fiveTests;
  for (let count = 0; count < times; count += 1) {
    samples.floor.push(tookMs(() => runBareIsolate()));
    samples.fiveContexts.push(tookMs(() => runBareIsolate(5)));
    samples.fresh.push(tookMs(() => expectPassed(gradeInProcess(session, fiveTests, solution))));
    session.prepare();
    const grading = gradeInProcess(session, fiveTests, solution);
    expectPassed(grading);
    samples.prewarmed.push(grading.reportedMs);
    if (count % EXPLORES_EVERY > 0) continue;
    samples.schedules100.push(
      tookMs(() => expectExplored(gradeInProcess(session, hundredSchedules, solution))),
    );
  }
  return samples;
}

function tookMs(run: () => void): number {
  const startMs = performance.now();
  run();
  return performance.now() - startMs;
}

process.on('message', (request: SessionRequest) => process.send?.(measureBlock(request)));
process.send?.({ ready: true });
