// A process like a child of the grader's, with a warm session. On each message it measures one block of the bare floor, of
// fresh and of pre-warmed gradings, taking turns.
import type { ExerciseBundle } from '#grader/index.ts';
import type { Files } from '#grader/recording/types.ts';
import { readGuestBundles, readSnapshot } from '#grader/sandbox/guest-files.ts';
import { findProgram } from '#grader/worker/child-program.ts';
import { makeSession } from '#grader/worker/session.ts';
import { runBareIsolate } from './bare-isolate.ts';
import { gradeInProcess } from './grade-in-process.ts';
import { expectPassed } from './work-items.ts';

export type SessionRequest = { exercise: ExerciseBundle; files: Files; times: number };
/** Wall ms of each run. */
export type SessionSamples = { floor: number[]; fresh: number[]; prewarmed: number[] };

const { guest } = await findProgram();
const session = makeSession(readGuestBundles(guest.bundles), readSnapshot(guest.snapshotFile));

function measureBlock({ exercise, files, times }: SessionRequest): SessionSamples {
  const samples: SessionSamples = { floor: [], fresh: [], prewarmed: [] };
  for (let count = 0; count < times; count += 1) {
    samples.floor.push(tookMs(runBareIsolate));
    samples.fresh.push(tookMs(() => expectPassed(gradeInProcess(session, exercise, files))));
    session.prepare();
    const grading = gradeInProcess(session, exercise, files);
    expectPassed(grading);
    samples.prewarmed.push(grading.reportedMs);
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
