// Whole processes, measured from their start to their end. Each run is checked; one that did not pass ends the bench.
import { fork, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gradeResultSchema } from '#grader/index.ts';
import { benchRoot, expectPassed, solutionFile, TESTS } from './work-items.ts';

const root = path.resolve(benchRoot, '../..');

type Command = {
  command: string[];
  cwd: string;
  /** @throws or returns false when the output is not that of a run that passed. */
  isPassed: (stdout: string) => boolean;
};

/** Wall ms of one run. @throws unless it exits with 0 and passes. */
export function measureCommand({ command, cwd, isPassed }: Command): number {
  const [file = '', ...args] = command;
  const startMs = performance.now();
  const { status, stdout, stderr, error } = spawnSync(file, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', NODE_NO_WARNINGS: '1', CI: '1' },
    maxBuffer: 64 * 1024 * 1024,
  });
  const tookMs = performance.now() - startMs;
  if (error !== undefined) throw error;
  if (status !== 0 || !isPassed(stdout))
    throw new Error(
      `"${command.join(' ')}" ended with ${status}:\n${stdout.slice(-2000)}${stderr.slice(-2000)}`,
    );
  return tookMs;
}

/** @param cwd Folder made by makePeerProject. */
export function makePeerCommands(cwd: string): {
  [name in 'vitestFake' | 'vitestReal' | 'nodeTest']: Command;
} {
  const passedInVitest = (stdout: string): boolean =>
    new RegExp(`Tests +${TESTS} passed \\(${TESTS}\\)`).test(stdout);
  const passedInNode = (stdout: string): boolean =>
    stdout.includes(`pass ${TESTS}\n`) && stdout.includes('fail 0\n');
  const vitest = (spec: string): Command => ({
    command: ['npx', 'vitest', 'run', `peers/${spec}.spec.ts`],
    cwd,
    isPassed: passedInVitest,
  });
  return {
    vitestFake: vitest('fake-timers'),
    vitestReal: vitest('real-timers'),
    nodeTest: { command: [process.execPath, '--test', 'peers/mock-timers.ts'], cwd, isPassed: passedInNode },
  };
}

/** The installed program without npx, on a submission that it has never seen. */
export function measureColdCli(folder: string): number {
  const submission = path.join(folder, 'submission.ts');
  writeFileSync(submission, `${readFileSync(solutionFile, 'utf8')}\n// ${randomUUID()}\n`);
  const program = path.join(root, 'cli/interleave.js');
  return measureCommand({
    command: [
      process.execPath,
      program,
      'grade',
      'work-item',
      submission,
      '--exercises',
      benchRoot,
      '--json',
    ],
    cwd: root,
    isPassed(stdout) {
      expectPassed(gradeResultSchema.parse(JSON.parse(stdout)));
      return true;
    },
  });
}

/** What a process costs that does nothing. */
export function measureEmptyNode(): number {
  return measureCommand({
    command: [process.execPath, '-e', '0'],
    cwd: root,
    isPassed: (stdout) => stdout === '',
  });
}

/** Wall ms until a fresh fork has run the work item, told its verdict and ended. */
export async function measureFork(cwd: string): Promise<number> {
  const startMs = performance.now();
  return await new Promise((resolve, reject) => {
    const child = fork(path.join(cwd, 'peers/forked.ts'), {
      cwd,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    let passed = 0;
    child.on('message', (message: { passed: number }) => {
      ({ passed } = message);
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0 && passed === TESTS) resolve(performance.now() - startMs);
      else reject(new Error(`the fork ended with ${code} and ${passed} of ${TESTS} tests passed`));
    });
  });
}
