// Resident memory of one real child over many gradings.
import { readdirSync, readFileSync } from 'node:fs';
import { makeGrader, type ExerciseBundle } from '#grader/index.ts';
import type { Files } from '#grader/recording/types.ts';
import { expectPassed } from './work-items.ts';

/** Resident MiB after so many gradings; empty where the platform has no /proc. */
export type MemoryGrowth = { gradings: number; mib: number }[];

/**
 * @param marks After how many gradings of one and the same child the memory is read, in rising order.
 * @throws when a grading fails, or when the child was not the same throughout.
 */
export async function measureMemory(
  { exercise, files }: { exercise: ExerciseBundle; files: Files },
  marks: number[],
): Promise<MemoryGrowth> {
  const others = new Set(listChildPids());
  const growth: MemoryGrowth = [];
  // In bubblewrap the child that is seen from here is bubblewrap's own process.
  const grader = makeGrader({ children: 1, confinement: { bubblewrap: false } });
  let pid: number | undefined;
  /** Read with the last test's verdict: after the last grading of its life a child is ended at once. */
  const read = (gradings: number): void => {
    const [current, ...more] = listChildPids().filter((one) => !others.has(one));
    if (current === undefined) return;
    pid ??= current;
    if (current !== pid || more.length > 0)
      throw new Error('the child was replaced while its memory was measured');
    if (marks.includes(gradings)) growth.push({ gradings, mib: residentMiB(pid) });
  };
  try {
    for (let gradings = 1; gradings <= (marks.at(-1) ?? 0); gradings += 1) {
      let told = 0;
      const onTest = (): void => {
        told += 1;
        if (told === exercise.tests.length) read(gradings);
      };
      expectPassed(await grader.grade({ exercise, files, seed: 1, tests: 'all', onTest }));
    }
    return growth;
  } finally {
    await grader.close();
  }
}

function residentMiB(pid: number): number {
  const [, kibibytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kibibytes) / 1024;
}

function listChildPids(): number[] {
  try {
    return readdirSync('/proc/self/task').flatMap((task) =>
      readFileSync(`/proc/self/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
}
