import { expect, test } from 'vitest';
import { selectSpans } from '#grader/judge/select.ts';
import { makeRecording } from '#tests/fixtures/recordings.ts';

const recording = makeRecording([
  { name: 'getUser', args: [1] },
  { name: 'getUser', args: [2, 'x'] },
  { kind: 'timer', name: 'setTimeout' },
  { kind: 'fetch', name: 'GET /users/1' },
  { kind: 'fetch', name: 'GET /users/1 body' },
  { kind: 'fetch', name: 'GET /users/1/posts?page=2' },
  { kind: 'fetch', name: 'POST /users' },
]);

test.each([
  [undefined, ['getUser', 'getUser', 'GET /users/1', 'GET /users/1/posts?page=2', 'POST /users']],
  ['getUser', ['getUser', 'getUser']],
  ['getUser(1)', ['getUser']],
  ['getUser(2, "x")', ['getUser']],
  ['getUser(3)', []],
  ['setTimeout', []],
  ['GET /users/:id', ['GET /users/1']],
  ['GET /users/1', ['GET /users/1']],
  ['GET /users/1 body', ['GET /users/1 body']],
  ['GET /users/:id/posts', ['GET /users/1/posts?page=2']],
  ['GET /users/1/posts?page=2', ['GET /users/1/posts?page=2']],
  ['GET /users/1/posts?page=3', []],
  ['GET /users/*', ['GET /users/1', 'GET /users/1/posts?page=2']],
  ['POST /users', ['POST /users']],
  ['PUT /users', []],
])('%s', (calls, names) => {
  expect(selectSpans({ recording }, calls).map(({ name }) => name)).toEqual(names);
});
