import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cancel } from '#app/_grading/cancel.ts';
import { findAttemptView } from '#app/_grading/find-attempt.ts';
import { run } from '#app/_grading/run.ts';
import { submit } from '#app/_grading/submit.ts';
import { makeGrader, type Grader } from '#grader/index.ts';
import { beginGrading } from '#server/grader/attempts.ts';
import { makeExerciseVersions } from '#server/grader/exercise-versions.ts';
import { gradeAttempt, type GradingTools } from '#server/grader/grade-attempt.ts';
import { deleteOldRunSources } from '#server/grader/old-runs.ts';
import { makeTestDatabase, type TestDatabase } from '#tests/helpers/database.ts';
import { ADDER, endless, makePerson, offerAdder, right, waitUntil } from '#tests/helpers/queue.ts';

let db: TestDatabase;
let grader: Grader;
let tools: GradingTools;

beforeAll(async () => {
  db = await makeTestDatabase();
  await offerAdder(db.url);
  grader = makeGrader({ children: 2 });
  tools = { database: db.database, grader, versions: makeExerciseVersions(db.database, grader) };
});
afterAll(async () => {
  await grader.close();
  await db.drop();
});

const createdAt = new Date('2030-01-01T10:00:00Z');
const now = () => createdAt;

async function newAttempt(kind: 'run' | 'submission', at = createdAt, files = right()) {
  const userId = await makePerson(db.database);
  const what = { userId, exerciseId: ADDER, files, now: at };
  const { id } = kind === 'run' ? await run(db.database, what) : await submit(db.database, what);
  return { userId, ref: { kind, id } };
}

describe('grading an attempt', () => {
  test('that two graders were given stores one verdict, whoever is first', async () => {
    const { ref } = await newAttempt('submission');
    const both = await Promise.all([
      gradeAttempt(tools, { ref, timesBegun: 1, now }),
      gradeAttempt(tools, { ref, timesBegun: 2, now }),
    ]);
    expect(both.toSorted((a, b) => a.localeCompare(b))).toEqual(['graded', 'ignored']);
    expect(await db.database.verdict.count({ where: { submissionId: ref.id } })).toBe(1);
    expect(await gradeAttempt(tools, { ref, timesBegun: 1, now })).toBe('ignored');
  });

  test('that two graders were given counts one run', async () => {
    const { ref } = await newAttempt('run');
    await Promise.all([
      gradeAttempt(tools, { ref, timesBegun: 1, now }),
      gradeAttempt(tools, { ref, timesBegun: 2, now }),
    ]);
    expect(await db.database.runStat.count({ where: { runId: ref.id } })).toBe(1);
    expect(await db.database.recording.count({ where: { runId: ref.id } })).toBe(1);
  });

  test('that was begun twice and never ended is given up, and a late verdict after a fault changes nothing', async () => {
    const { ref } = await newAttempt('run');
    expect(await gradeAttempt(tools, { ref, timesBegun: 3, now })).toBe('fault');
    expect(await gradeAttempt(tools, { ref, timesBegun: 1, now })).toBe('ignored');
    const row = await db.database.run.findUniqueOrThrow({ where: { id: ref.id } });
    expect(row).toMatchObject({ state: 'FAULT', verdict: null });
    expect(await db.database.runStat.count({ where: { runId: ref.id } })).toBe(0);
  });

  test('that is cancelled meanwhile drops the result', async () => {
    const { userId, ref } = await newAttempt('run', createdAt, endless());
    const grading = gradeAttempt(tools, { ref, timesBegun: 1, now });
    await waitUntil(
      async () => (await db.database.run.count({ where: { id: ref.id, state: 'GRADING' } })) === 1,
    );
    await cancel(db.database, { userId, id: ref.id, now: createdAt });
    expect(await grading).toBe('ignored');
    const row = await db.database.run.findUniqueOrThrow({ where: { id: ref.id } });
    expect(row).toMatchObject({ state: 'CANCELLED', verdict: null });
  });

  test.each(['run', 'submission'] as const)(
    'of code that throws what jsonb cannot hold: a %s',
    async (kind) => {
      const files = { 'solution.js': String.raw`throw new Error("a\u0000b\ud800c \\u0000 \ud83d\ude00");` };
      const { userId, ref } = await newAttempt(kind, createdAt, files);
      expect(await gradeAttempt(tools, { ref, timesBegun: 1, now })).toBe('graded');
      const view = await findAttemptView(db.database, userId, ref.id);
      expect(view?.verdict?.findings[0]?.params['error']).toBe('Error: a\u2400b\ufffdc \\u0000 \u{1f600}');
    },
  );

  test('that is gone is not begun', async () => {
    const ref = { kind: 'submission' as const, id: crypto.randomUUID() };
    expect(await beginGrading(db.database, ref, createdAt)).toBeNull();
  });
});

test('sources and recordings of runs go after seven days; verdicts and statistics stay', async () => {
  const old = await newAttempt('run', new Date('2030-01-01T00:00:00Z'));
  const fresh = await newAttempt('run', new Date('2030-01-02T00:00:00Z'));
  for (const { ref } of [old, fresh]) await gradeAttempt(tools, { ref, timesBegun: 1, now });
  await deleteOldRunSources(db.database, new Date('2030-01-08T12:00:00Z'));
  const select = {
    files: true,
    verdict: true,
    recording: { select: { id: true } },
    stat: { select: { id: true } },
  };
  const [oldRow, freshRow] = await Promise.all(
    [old, fresh].map(
      async ({ ref: { id } }) => await db.database.run.findUniqueOrThrow({ where: { id }, select }),
    ),
  );
  expect(oldRow).toMatchObject({ files: null, recording: null, verdict: { outcome: 'passed' } });
  expect(oldRow?.stat).not.toBeNull();
  expect(freshRow?.files).toEqual(right());
  expect(freshRow?.recording).not.toBeNull();
});

test('a run that waited for seven days is graded all the same', async () => {
  const { ref } = await newAttempt('run', new Date('2030-01-01T00:00:00Z'));
  await deleteOldRunSources(db.database, new Date('2030-02-01T00:00:00Z'));
  expect(await gradeAttempt(tools, { ref, timesBegun: 1, now })).toBe('graded');
});
