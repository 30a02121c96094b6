import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run } from '#app/_grading/run.ts';
import { submit } from '#app/_grading/submit.ts';
import type { Files } from '#grader/recording/types.ts';
import { makeTestDatabase, type TestDatabase } from '#tests/helpers/database.ts';
import {
  ADDER,
  endless,
  makePerson,
  offerAdder,
  right,
  spawnGrader,
  waitForJobsToEnd,
  waitUntil,
  withGrader,
  wrong,
} from '#tests/helpers/queue.ts';

let db: TestDatabase;

beforeEach(async () => {
  db = await makeTestDatabase();
  await offerAdder(db.url);
});
afterEach(async () => await db.drop());

async function handIn(files: Files, userId?: string): Promise<string> {
  const student = userId ?? (await makePerson(db.database));
  const { id } = await submit(db.database, { userId: student, exerciseId: ADDER, files, now: new Date() });
  return id;
}

const inState = async (state: 'DONE' | 'GRADING' | 'FAULT'): Promise<number> =>
  await db.database.submission.count({ where: { state } });

/** Twenty answers, right and wrong in turns, by twenty students. */
async function handInTwenty(): Promise<Map<string, 'passed' | 'failed'>> {
  const expected = new Map<string, 'passed' | 'failed'>();
  for (let index = 0; index < 20; index += 1) {
    const isRight = index % 2 === 0;
    expected.set(await handIn(isRight ? right(index) : wrong(index)), isRight ? 'passed' : 'failed');
  }
  return expected;
}

async function expectEachOnce(expected: Map<string, 'passed' | 'failed'>): Promise<void> {
  const rows = await db.database.submission.findMany({
    include: { verdicts: { include: { recording: true } } },
  });
  expect(rows).toHaveLength(expected.size);
  for (const row of rows) {
    expect(row.outcome).toBe(expected.get(row.id));
    expect(row.verdicts).toHaveLength(1);
    expect(row.verdicts[0]?.outcome).toBe(expected.get(row.id));
    expect(row.verdicts[0]?.recording).not.toBeNull();
  }
}

describe('a grader process', () => {
  test('grades a submission once, and of a run keeps which visible tests failed', async () => {
    const id = await handIn(wrong());
    const userId = await makePerson(db.database);
    const tried = await run(db.database, { userId, exerciseId: ADDER, files: wrong(), now: new Date() });
    await withGrader(db.url, async () => await waitForJobsToEnd(db.database));
    const row = await db.database.submission.findUniqueOrThrow({
      where: { id },
      include: { verdicts: { include: { recording: true } } },
    });
    expect(row).toMatchObject({ state: 'DONE', outcome: 'failed', testsPassed: 0, testsTotal: 2 });
    expect([row.startedAt, row.finishedAt]).not.toContain(null);
    expect(row.verdicts).toHaveLength(1);
    expect(row.verdicts[0]?.recording).not.toBeNull();
    const stat = await db.database.runStat.findFirstOrThrow({ where: { runId: tried.id } });
    const failed = { outcome: 'failed', testsPassed: 0, testsTotal: 1, failedTests: ['adds two numbers'] };
    expect(stat).toMatchObject(failed);
  });

  test('that is killed while 20 submissions wait leaves them to the next, and each ends right and once', async () => {
    const first = await spawnGrader(db.url);
    const expected = await handInTwenty();
    await waitUntil(async () => (await inState('DONE')) >= 5 && (await inState('GRADING')) >= 1);
    await first.kill();
    expect(await inState('DONE')).toBeLessThan(20);
    await withGrader(db.url, async () => await waitForJobsToEnd(db.database));
    await expectEachOnce(expected);
  });

  test('shares the load with a second one, and the reference is stored once', async () => {
    const graders = await Promise.all([spawnGrader(db.url), spawnGrader(db.url)]);
    const expected = await handInTwenty();
    const owners = new Set<string>();
    await waitUntil(async () => {
      for (const owner of await ownersOfJobs()) owners.add(owner);
      return (await inState('DONE')) === 20;
    });
    expect(owners.size).toBe(2);
    await Promise.all(graders.map(async (grader) => await grader.kill()));
    await expectEachOnce(expected);
    expect(await db.database.recording.count({ where: { exerciseVersionId: { not: null } } })).toBe(1);
  });

  test('that is killed by the same submission twice is not killed a third time', async () => {
    const id = await handIn(endless());
    for (let kill = 0; kill < 2; kill += 1) {
      const grader = await spawnGrader(db.url);
      await waitUntil(async () => (await attemptsOfJob(id)) === kill + 1 && (await inState('GRADING')) === 1);
      const children = await childrenOf(grader.child.pid);
      await grader.kill();
      await waitUntil(async () => !(await areAlive(children)));
    }
    await withGrader(db.url, async () => await waitForJobsToEnd(db.database));
    const row = await db.database.submission.findUniqueOrThrow({
      where: { id },
      include: { verdicts: true },
    });
    expect(row).toMatchObject({ state: 'FAULT', outcome: 'grader-fault', testsPassed: null, verdicts: [] });
  });

  test('finishes what it is grading when asked to stop, and leaves the rest', async () => {
    const grader = await spawnGrader(db.url);
    await handInTwenty();
    await waitUntil(async () => (await inState('GRADING')) >= 1);
    expect(await grader.stop()).toBe(0);
    expect(await inState('GRADING')).toBe(0);
    const [locked] = await db.database.$queryRaw<{ jobs: number }[]>`
      select count(*)::int as jobs from graphile_worker.jobs where locked_by is not null`;
    expect(locked?.jobs).toBe(0);
  });

  test('stops when its input ends, as when the supervisor is gone', async () => {
    const grader = await spawnGrader(db.url);
    const ended = new Promise((resolve) => grader.child.once('exit', resolve));
    grader.child.stdin?.end();
    expect(await ended).toBe(0);
  });
});

/** Process ids of what the grader has started; Linux tells. */
async function childrenOf(pid: number | undefined): Promise<string[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  return text.split(' ').filter((child) => child !== '');
}

async function areAlive(pids: string[]): Promise<boolean> {
  const commands = await Promise.all(
    pids.map(async (pid) => await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')),
  );
  return commands.some((command) => command.includes('worker/child.ts'));
}

async function ownersOfJobs(): Promise<string[]> {
  const rows = await db.database.$queryRaw<{ owner: string }[]>`
    select locked_by as owner from graphile_worker.jobs where locked_by is not null`;
  return rows.map(({ owner }) => owner);
}

async function attemptsOfJob(key: string): Promise<number> {
  const [row] = await db.database.$queryRaw<{ attempts: number }[]>`
    select attempts::int from graphile_worker.jobs where key = ${key}`;
  return row?.attempts ?? 0;
}
