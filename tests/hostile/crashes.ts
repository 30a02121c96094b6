// Children that die at each stage of a grading, by each signal that a broken engine dies of: a verdict comes all the same, it
// is never a pass that was not earned, and the next submission is graded rightly.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { makeGrader, type Grader } from '#grader/index.ts';
import { innermostOf } from '#grader/worker/process-figures.ts';
import { makeExercise, tryOut } from '#tests/helpers/grading.ts';
import { familyOf } from '#tests/helpers/processes.ts';
import type { GateResult } from './gate-result.ts';

const SIGNALS = ['SIGABRT', 'SIGTRAP', 'SIGSEGV', 'SIGKILL'] as const;
const RIGHT = `export const solve = () => 'right';`;
const SLOW = `export const solve = () => { let x = 0; for (let i = 0; i < 3e7; i += 1) x = (x * 31 + i) % 1000003; return x >= 0 ? 'right' : ''; };`;
const mortalChild = path.resolve(import.meta.dirname, '../fixtures/mortal-child.ts');

type Signal = (typeof SIGNALS)[number];
type Stage = {
  name: string;
  perform: (this: void, grader: Grader, signal: Signal) => Promise<string>;
  expected: string;
};

function stateOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2)[0] ?? '';
  } catch {
    return '';
  }
}

async function findChild(isWanted: (pid: number) => boolean): Promise<number> {
  for (;;) {
    const child = familyOf(process.pid).find(({ pid }) => pid !== process.pid);
    const pid = child === undefined ? 0 : innermostOf(child.pid);
    if (pid !== 0 && isWanted(pid)) return pid;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

async function outcomeOf(grader: Grader, source: string, language: 'js' | 'ts' = 'js'): Promise<string> {
  const { verdict, resource } = await tryOut(grader, { source, language });
  return resource === undefined ? verdict.outcome : `${verdict.outcome} (${resource})`;
}

const stages: Stage[] = [
  {
    name: 'boot',
    // Nothing has been asked of it yet: another one is started.
    expected: 'passed',
    async perform(grader, signal) {
      const outcome = outcomeOf(grader, RIGHT);
      process.kill(await findChild(() => true), signal);
      return await outcome;
    },
  },
  {
    name: 'compile',
    expected: 'failed (crash)',
    perform: async (grader, signal) => await outcomeOf(grader, `${RIGHT} // die: ${signal} at compile`, 'ts'),
  },
  {
    name: 'run',
    // It came from outside, once: the second try is the student's.
    expected: 'passed',
    async perform(grader, signal) {
      await tryOut(grader, { source: RIGHT });
      const outcome = outcomeOf(grader, SLOW);
      process.kill(await findChild((pid) => stateOf(pid) === 'R'), signal);
      return await outcome;
    },
  },
  {
    name: 'reply',
    expected: 'failed (crash)',
    perform: async (grader, signal) => await outcomeOf(grader, `${RIGHT} // die: ${signal} at reply`),
  },
];

export async function checkCrashes(): Promise<GateResult> {
  const misses: string[] = [];
  const nextMs: number[] = [];
  for (const { name, expected, perform } of stages) {
    for (const signal of SIGNALS) {
      const grader = makeGrader({ childFile: mortalChild });
      try {
        const outcome = await perform(grader, signal);
        if (outcome !== expected) misses.push(`${signal} at ${name}: ${outcome} instead of ${expected}`);
        const startMs = performance.now();
        const next = await outcomeOf(grader, RIGHT);
        nextMs.push(performance.now() - startMs);
        if (next !== 'passed') misses.push(`after ${signal} at ${name}, the next one: ${next}`);
      } finally {
        await grader.close();
      }
    }
  }
  misses.push(...(await checkNoBoot()));
  const longest = Math.round(Math.max(...nextMs));
  return { figures: `${nextMs.length} deaths, next verdict after at most ${longest} ms`, misses };
}

/** A child that never gets as far as a job is a fault of this installation, and nobody's verdict. */
async function checkNoBoot(): Promise<string[]> {
  const grader = makeGrader({ childFile: path.join(import.meta.dirname, 'there is no such child.ts') });
  const request = {
    exercise: makeExercise({}),
    files: { 'solution.js': RIGHT },
    seed: 1,
    tests: 'all',
  } as const;
  try {
    const { verdict } = await grader.grade(request);
    return [`a child that never starts gave the verdict ${verdict.outcome}`];
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'GRADER_UNAVAILABLE' ? [] : [`a child that never starts: ${String(error)}`];
  } finally {
    await grader.close();
  }
}
