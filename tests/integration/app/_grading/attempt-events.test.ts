import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { attemptEvents, type LiveEvent } from '#app/_grading/attempt-events.ts';
import { cancel } from '#app/_grading/cancel.ts';
import { eventStream } from '#app/_grading/event-stream.ts';
import { findAttempt, findAttemptView } from '#app/_grading/find-attempt.ts';
import { run } from '#app/_grading/run.ts';
import { makeFeed, type Feed, type Heard } from '#app/_grading/subscribe.ts';
import { submit } from '#app/_grading/submit.ts';
import { tell } from '#server/grader/attempts.ts';
import { makeTestDatabase, type TestDatabase } from '#tests/helpers/database.ts';
import { ADDER, makePerson, offerAdder, right, waitUntil, withGrader, wrong } from '#tests/helpers/queue.ts';

let db: TestDatabase;
let feed: Feed;

beforeAll(async () => {
  db = await makeTestDatabase();
  await offerAdder(db.url);
});
afterAll(async () => await db.drop());
beforeEach(() => {
  feed = makeFeed(db.url);
});
afterEach(async () => await feed.close());

async function watch(userId: string, id: string, signal = new AbortController().signal) {
  const attempt = await findAttempt(db.database, userId, id);
  if (attempt === null) throw new Error('no such attempt');
  const waits = { queuedMs: 50, gradingMs: 50 };
  return attemptEvents({ database: db.database, feed, userId, attempt, signal, waits });
}

async function collect(events: AsyncIterable<LiveEvent>): Promise<Exclude<LiveEvent, { event: 'beat' }>[]> {
  const all: Exclude<LiveEvent, { event: 'beat' }>[] = [];
  for await (const event of events) if (event.event !== 'beat') all.push(event);
  return all;
}

const attempt = (userId: string, files = right()) => ({ userId, exerciseId: ADDER, files, now: new Date() });

describe('the events of an attempt', () => {
  test('go from the queue over each test to the verdict, and are the end alone for who comes later', async () => {
    const student = await makePerson(db.database);
    const { id } = await submit(db.database, attempt(student, wrong()));
    const events = collect(await watch(student, id));
    await withGrader(db.url, async () => {
      const all = await events;
      expect(all.map((event) => event.id)).toEqual(['queued-1', 'started', 'test-0', 'test-1', 'ended']);
      expect(all.at(-1)).toMatchObject({
        event: 'done',
        data: { id, state: 'DONE', verdict: { outcome: 'failed' } },
      });
      expect(JSON.stringify(all)).toContain('"name":"Hidden test 1"');
      expect(JSON.stringify(all)).not.toContain('adds any two numbers');
    });
    const later = await collect(await watch(student, id));
    expect(later).toMatchObject([
      { event: 'done', id: 'ended', data: { kind: 'submission', state: 'DONE' } },
    ]);
    const view = await findAttemptView(db.database, student, id);
    expect(view?.recordings.map((recording) => recording.test)).toEqual(['adds two numbers']);
    expect(view?.reference.map((recording) => recording.test)).toEqual(['adds two numbers']);
    expect(view?.verdict?.tests[0]?.findings).not.toEqual([]);
    expect(view?.verdict?.tests[1]).toMatchObject({ name: 'Hidden test 1', hidden: true, findings: [] });
  });

  test('tell the place in the queue, and when it gets better', async () => {
    const student = await makePerson(db.database);
    const ahead = await run(db.database, attempt(await makePerson(db.database)));
    const { id } = await submit(db.database, attempt(student));
    const leaving = new AbortController();
    const events = await watch(student, id, leaving.signal);
    expect((await events.next()).value).toMatchObject({ event: 'queued', data: { place: 2 } });
    const owner = await db.database.run.findUniqueOrThrow({ where: { id: ahead.id } });
    await cancel(db.database, { userId: owner.userId, id: ahead.id, now: new Date() });
    for (let next = await events.next(); next.value?.event !== 'queued';) next = await events.next();
    leaving.abort();
    expect((await events.next()).done).toBe(true);
    await cancel(db.database, { userId: student, id, now: new Date() });
  });

  test('end when the attempt is cancelled', async () => {
    const student = await makePerson(db.database);
    const { id } = await submit(db.database, attempt(student));
    const events = collect(await watch(student, id));
    await cancel(db.database, { userId: student, id, now: new Date() });
    expect((await events).at(-1)).toMatchObject({
      event: 'cancelled',
      data: { state: 'CANCELLED', verdict: null },
    });
  });

  test('end when the attempt is deleted', async () => {
    const student = await makePerson(db.database);
    const { id } = await submit(db.database, attempt(student));
    const events = await watch(student, id);
    expect((await events.next()).value).toMatchObject({ event: 'queued' });
    await db.database.user.delete({ where: { id: student } });
    let next = await events.next();
    while (next.value?.event === 'beat') next = await events.next();
    expect(next).toEqual({ done: true, value: undefined });
  });

  test('are a stream of server-sent events that nothing may hold back', async () => {
    const student = await makePerson(db.database);
    const { id } = await submit(db.database, attempt(student));
    await cancel(db.database, { userId: student, id, now: new Date() });
    const response = eventStream(await watch(student, id), () => {});
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-cache, no-transform');
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    expect(await response.text()).toMatch(/^retry: 1000\n\nid: ended\nevent: cancelled\ndata: \{.*\}\n\n$/);
  });
});

describe('the feed', () => {
  test('brings news to those who asked for this attempt, and to nobody else', async () => {
    const heard: Heard[] = [];
    const leave = feed.subscribe('mine', (news) => heard.push(news));
    await feed.listening();
    await tell(db.database, { id: 'other', event: 'started' });
    await tell(db.database, { id: 'mine', event: 'finished' });
    await waitUntil(async () => await Promise.resolve(heard.length > 0));
    leave();
    expect(heard).toEqual([{ id: 'mine', event: 'finished' }]);
  });

  test('connects again when its connection is cut, and says that news may be missing', async () => {
    const heard: Heard[] = [];
    feed.subscribe('mine', (news) => heard.push(news));
    await feed.listening();
    await db.database.$executeRaw`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query like 'listen interleave%'`;
    await waitUntil(async () => await Promise.resolve(heard.some(({ event }) => event === 'resync')));
    await tell(db.database, { id: 'mine', event: 'finished' });
    await waitUntil(async () => await Promise.resolve(heard.some(({ event }) => event === 'finished')));
    expect(heard.map(({ event }) => event)).toEqual(['resync', 'finished']);
  });
});
