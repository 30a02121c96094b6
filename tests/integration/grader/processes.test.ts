// The parent and its children: forged messages, deaths at any moment, nothing left behind.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { makeGrader, type Grader } from '#grader/index.ts';
import { makeConfinement } from '#grader/worker/confinement.ts';
import { innermostOf } from '#grader/worker/process-figures.ts';
import { makeExercise, tryOut } from '#tests/helpers/grading.ts';
import { bubblewrapWorks, takeOverChild, takeOverEngine } from '#tests/helpers/taken-over.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const fixture = (name: string): string => path.join(root, 'tests/fixtures', name);
const RIGHT = `export const solve = () => 'right';`;

/** Processes that `parent` started, from /proc: the grader keeps their ids to itself. */
function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
        const [state, ppid] = fields.split(' ');
        return Number(ppid) === parent && state !== 'Z';
      } catch {
        return false;
      }
    });
}

function stateOf(pid: number): string {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2)[0] ?? '';
}

function graderChildrenOf(parent: number): number[] {
  return childrenOf(parent).filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('grader/worker/child.ts');
    } catch {
      return false;
    }
  });
}

describe.runIf(process.platform === 'linux')('children', () => {
  test('killed from outside in the midst of a submission, the test is run again and judged rightly', async () => {
    const grader = makeGrader();
    const run = '{ run: (lab) => lab.solution.solve() }';
    const check = "({ expect, result }) => expect(result).toBe('right')";
    const exercise = {
      id: 'three',
      contentHash: 'three',
      scenarios: `export default { one: ${run}, two: ${run}, three: ${run} };`,
      expectations: `export default { one: ${check}, two: ${check}, three: ${check} };`,
      tests: ['one', 'two', 'three'].map((name) => ({ name, hidden: false })),
    };
    const killed: number[] = [];
    const { verdict } = await grader.grade({
      exercise,
      files: { 'solution.js': RIGHT },
      seed: 1,
      tests: 'all',
      onTest() {
        if (killed.length > 0) return;
        killed.push(...graderChildrenOf(process.pid));
        for (const pid of killed) process.kill(pid, 'SIGKILL');
      },
    });
    expect(killed).toHaveLength(1);
    expect(verdict).toMatchObject({ outcome: 'passed', tests: [{}, {}, {}] });
    expect((await tryOut(grader, { source: RIGHT })).verdict.outcome).toBe('passed');
    await grader.close();
  });

  test('killed while it is idle, it is replaced', async () => {
    const grader = makeGrader();
    await tryOut(grader, { source: RIGHT });
    const [pid] = graderChildrenOf(process.pid);
    // 0 would be this process's own group.
    if (pid === undefined) throw new Error('no child was found');
    process.kill(pid, 'SIGKILL');
    expect((await tryOut(grader, { source: RIGHT })).verdict.outcome).toBe('passed');
    await grader.close();
  });

  test('close() leaves none, and rejects what is under way and what waits', async () => {
    const grader = makeGrader();
    await tryOut(grader, { source: RIGHT });
    const pending = ['1', '2', '3'].map(
      async () => await tryOut(grader, { source: `export const solve = () => { for (;;); };` }),
    );
    const settled = Promise.allSettled(pending);
    await vi.waitFor(() => expect(graderChildrenOf(process.pid)).toHaveLength(1));
    await grader.close();
    expect(graderChildrenOf(process.pid)).toEqual([]);
    for (const result of await settled)
      expect(result).toMatchObject({ status: 'rejected', reason: { code: 'GRADER_UNAVAILABLE' } });
    await expect(tryOut(grader, { source: RIGHT })).rejects.toMatchObject({ code: 'GRADER_UNAVAILABLE' });
  });

  test('none outlives its parent, not even in a loop that nothing interrupts', async () => {
    const program = `import { makeGrader } from '${root}/grader/index.ts';
      const exercise = ${JSON.stringify(makeExercise({}))};
      const source = 'export const solve = () => Array.prototype.includes.call({ length: 2 ** 53 - 1 }, 1);';
      void makeGrader().grade({ exercise, files: { 'solution.js': source }, seed: 1, tests: 'all', onTest() {} });
      setTimeout(() => console.log('under way'), 1200);`;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const parentPid = parent.pid ?? 0;
    await new Promise((resolve) => parent.stdout.once('data', resolve));
    const pids = graderChildrenOf(parentPid);
    expect(pids).toHaveLength(1);
    parent.kill('SIGKILL');
    await vi.waitFor(
      () => {
        for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
      },
      { timeout: 5000 },
    );
  });

  test('one that was taken over reads no secret, writes nothing, starts nothing, calls nobody', async () => {
    const { worked, environment } = await takeOverChild(false);
    // Who runs as the same user can be signalled: only namespaces or another user keep that out.
    expect(worked).toEqual(['signal the parent']);
    expect(environment).toEqual({ TZ: 'UTC', MALLOC_ARENA_MAX: '1' });
  });

  test('in bubblewrap, one that was taken over reaches nobody, not even without the permissions of Node', async () => {
    const inside = { worked: [], environment: { TZ: 'UTC', MALLOC_ARENA_MAX: '1', PWD: '/' } };
    const outside = { worked: ['signal the parent'], environment: { TZ: 'UTC', MALLOC_ARENA_MAX: '1' } };
    const isInside = bubblewrapWorks();
    expect(await takeOverChild(true)).toEqual(isInside ? inside : outside);
    // Without bubblewrap nothing is promised but what Node's permissions hold, and those are left out here.
    expect(isInside ? await takeOverEngine() : inside).toEqual(inside);
  });

  test('where bubblewrap is there and does not work, it is left out, and that is told', async () => {
    const told: string[] = [];
    const confinement = makeConfinement({ log: (sentence) => told.push(sentence) });
    const { kind } = confinement;
    confinement.onBootFailure('bwrap: No permissions to create new namespace');
    expect(told).toHaveLength(kind === 'bubblewrap' ? 1 : 0);
    expect(confinement.kind).not.toBe('bubblewrap');
    expect(confinement.wrap(['node'], []).join(' ')).not.toContain('bwrap');
  });

  test('what shuts a child in stays once a child was ready in it', () => {
    const confinement = makeConfinement();
    const { kind } = confinement;
    confinement.onReady();
    confinement.onBootFailure('out of memory');
    expect(confinement.kind).toBe(kind);
  });

  test.each([
    ['with all that is installed', true],
    ['with resource limits alone', false],
  ])('%s, a child is measured and grades', async (_, bubblewrap) => {
    const grader = makeGrader({ confinement: { bubblewrap } });
    expect((await tryOut(grader, { source: RIGHT })).verdict.outcome).toBe('passed');
    const source = `export const solve = () => { const kept = []; for (;;) kept.push(new Intl.DateTimeFormat('en', { dateStyle: 'full' })); };`;
    expect((await tryOut(grader, { source })).resource).toMatch(/^(rss|cpu|memory|crash|wall)$/);
    await grader.close();
  });
});

describe.runIf(process.platform === 'linux')('a child that the machine gives no time', () => {
  const source = `export const solve = () => { let x = 0; for (let i = 0; i < 3e7; i += 1) x = (x * 31 + i) % 1000003; return x >= 0 ? 'right' : ''; };`;

  /** Halts the process that does the work, as a busy machine does, for so long. */
  async function haltAfter(grader: Grader, haltMs: number) {
    await tryOut(grader, { source: RIGHT });
    const [pid = 0] = graderChildrenOf(process.pid);
    const worker = innermostOf(pid);
    const graded = tryOut(grader, { source });
    await vi.waitFor(() => expect(stateOf(worker)).toBe('R'), { interval: 1, timeout: 5000 });
    process.kill(worker, 'SIGSTOP');
    const end = setTimeout(() => process.kill(worker, 'SIGCONT'), haltMs);
    try {
      return await graded;
    } finally {
      clearTimeout(end);
    }
  }

  test.each([
    ['past the limit of the isolate', 1300],
    ['past the limit of the parent', 2800],
  ])('%s is given it once more', async (_, haltMs) => {
    const grader = makeGrader();
    const { verdict } = await haltAfter(grader, haltMs);
    await grader.close();
    expect(verdict.outcome).toBe('passed');
  });

  test('and for ever, is ended all the same', async () => {
    const grader = makeGrader();
    const { verdict, resource } = await haltAfter(grader, 60_000);
    await grader.close();
    expect(verdict.outcome).toBe('failed');
    expect(resource).toBe('wall');
  });
});

describe('messages of a child that was taken over', () => {
  const answers = [
    'no JSON',
    'endless nesting',
    'an endless line',
    'an unknown message',
    'a pass for another job',
    'done without a test',
    'a pass for another test',
    'a malformed value',
    'a malformed finding',
    'ready again',
    'an end',
    'a crash',
    'another kind of answer',
    'an error with a strange code',
    'answers after the last',
    'silence',
  ];
  const grader = makeGrader({ childFile: fixture('hostile-child.ts') });
  afterAll(async () => await grader.close());

  test.each(answers.map((name, seed) => [name, seed] as const))(
    '%s neither passes nor breaks the parent',
    async (_, seed) => {
      const { verdict } = await grader.grade({
        exercise: makeExercise({}),
        files: { 'solution.js': RIGHT },
        seed,
        tests: 'all',
      });
      expect(verdict.outcome).not.toBe('passed');
    },
  );
});

test('what a host does wrong in its own callback rejects the grading, and nothing else', async () => {
  const grader = makeGrader();
  const onTest = (): never => {
    throw new Error('of the host');
  };
  await expect(tryOut(grader, { source: RIGHT, onTest })).rejects.toThrow('of the host');
  expect((await tryOut(grader, { source: RIGHT })).verdict.outcome).toBe('passed');
  await grader.close();
});

test('a cancelled grading is rejected, before and while it runs', async () => {
  const grader = makeGrader();
  const source = `export const solve = () => { for (;;); };`;
  await expect(tryOut(grader, { source, signal: AbortSignal.abort() })).rejects.toMatchObject({
    code: 'GRADER_UNAVAILABLE',
  });
  await expect(tryOut(grader, { source, signal: AbortSignal.timeout(200) })).rejects.toMatchObject({
    code: 'GRADER_UNAVAILABLE',
  });
  await grader.close();
});

test('a grading that is cancelled while it waits takes no time of a child', async () => {
  const grader = makeGrader();
  const busy = tryOut(grader, { source: `export const solve = () => { for (;;); };` });
  const told: string[] = [];
  const waiting = tryOut(grader, {
    source: RIGHT,
    signal: AbortSignal.timeout(50),
    onTest: ({ name }) => told.push(name),
  });
  await expect(waiting).rejects.toMatchObject({ code: 'GRADER_UNAVAILABLE' });
  expect((await busy).verdict.outcome).toBe('failed');
  expect((await tryOut(grader, { source: RIGHT })).verdict.outcome).toBe('passed');
  expect(told).toEqual([]);
  await grader.close();
});

test('thirty submissions at once through two children each get their own verdict', async () => {
  const grader = makeGrader({ children: 2 });
  const results = await Promise.all(
    Array.from({ length: 30 }, async (_, index) => {
      const isRight = index % 3 !== 0;
      const { verdict, recording } = await tryOut(grader, {
        source: `export async function solve(fetchItem) { await fetchItem(${index}); return '${isRight ? 'right' : 'wrong'}'; }`,
      });
      return { isRight, outcome: verdict.outcome, arg: recording?.timeline.spans[0]?.args[0], index };
    }),
  );
  for (const { isRight, outcome, arg, index } of results)
    expect({ outcome, arg }).toEqual({ outcome: isRight ? 'passed' : 'failed', arg: index });
  await grader.close();
});

test('a storm of timers in every test, and a loop at the end, cost no child its life', async () => {
  const grader = makeGrader();
  const names = Array.from({ length: 30 }, (_, index) => `test ${index}`);
  const entries = names.map((name) => `'${name}': { run: (lab) => lab.solution.solve('${name}') }`);
  const exercise = {
    id: 'storm',
    contentHash: 'storm',
    scenarios: `export default { ${entries.join(', ')} };`,
    expectations: `export default { ${names.map((name) => `'${name}': ({ expect, result }) => expect(result).toBe('right')`).join(', ')} };`,
    tests: names.map((name) => ({ name, hidden: false })),
  };
  const source = `export const solve = (name) => new Promise((resolve) => {
    let count = 0;
    const id = setInterval(() => { if ((count += 1) === 3000) { clearInterval(id); if (name === 'test 29') for (;;); resolve('right'); } }, 1);
  });`;
  const { verdict, usage } = await grader.grade({
    exercise,
    files: { 'solution.js': source },
    seed: 1,
    tests: 'all',
  });
  expect(verdict.tests).toHaveLength(30);
  // On a busy machine the parent's limit comes before the isolate's; a crash would be the defect.
  expect(usage.resource).toMatch(/^(cpu|wall)$/);
  expect((await tryOut(grader, { source: RIGHT })).verdict.outcome).toBe('passed');
  await grader.close();
});
