import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '#server/connect.ts';
import { isAlive } from '#server/process-identity.ts';
import { hashOfSetupToken } from '#server/supervisor/setup-token.ts';
import { waitUntil } from '#server/wait-until.ts';
import { findFreePort, makeDataFolder, runApp, startApp } from '#tests/helpers/app.ts';
import type { App } from '#tests/helpers/app.ts';
import { createEmptyDatabase } from '#tests/helpers/database.ts';
import { childOf, familyOf } from '#tests/helpers/processes.ts';

let dataFolder: string;
let app: App;
let settings: Record<string, string>;

beforeAll(async () => {
  await runApp({ command: 'build' }).ended;
  dataFolder = await makeDataFolder();
  settings = { PORT: String(await findFreePort()), INTERLEAVE_DATA: dataFolder };
  app = await startApp({ settings, dataFolder });
}, 300_000);

afterAll(async () => {
  await app.stop();
  rmSync(dataFolder, { recursive: true, force: true });
}, 60_000);

const answers = async ({ baseUrl }: App) => (await fetch(baseUrl, { redirect: 'manual' })).status < 500;

test('a start shows each step with its time, the address, the token, and where the data lies', async () => {
  const steps = app
    .output()
    .match(/^ +\d+\.\d s {2}[a-z ]+?(?= {2})/gm)
    ?.map((line) => line.replace(/^[ \d.]+ s {2}/, ''));
  expect(steps).toEqual(['data folder', 'database', 'migrations', 'content', 'build', 'grader', 'web']);
  expect(app.output()).toContain(`Interleave is ready:  ${app.baseUrl}\n`);
  expect(app.setupToken).toMatch(/^[a-z\d]{4}-[a-z\d]{4}-[a-z\d]{4}$/);
  expect(app.output()).toContain(dataFolder);
  expect(await answers(app)).toBe(true);
});

test('a second start on the same data folder says so and leaves the first alone', async () => {
  const second = await runApp({ settings: { ...settings, PORT: String(await findFreePort()) } }).ended;
  expect(second).toMatchObject({ code: 1 });
  expect(second.output).toBe(
    `Interleave runs already on ${dataFolder} (process ${app.pid}); stop that one, or give this one another folder with INTERLEAVE_DATA.\n`,
  );
  expect(await answers(app)).toBe(true);
});

test('a busy port is one sentence', async () => {
  const other = await makeDataFolder();
  const { code, output } = await runApp({ settings: { ...settings, INTERLEAVE_DATA: other } }).ended;
  expect(code).toBe(1);
  expect(output.split('\n').at(-2)).toBe(
    `Port ${settings['PORT']} is used by another program; stop that, or choose another port with PORT=${Number(settings['PORT']) + 1}.`,
  );
  rmSync(other, { recursive: true, force: true });
});

test.each([
  ['grader', /server\/grader\/main\.ts/],
  ['web server', /next/],
])('a %s that dies is started again', async (name, pattern) => {
  const killed = childOf(app.pid, pattern);
  process.kill(killed, 'SIGKILL');
  await app.prints(new RegExp(`The ${name} stopped \\(SIGKILL\\) and is started again`));
  expect(await waitUntil(() => hasOther(pattern, killed), 20_000)).toBe(true);
  expect(await waitUntil(async () => await answers(app).catch(() => false), 20_000)).toBe(true);
});

function hasOther(pattern: RegExp, killed: number): boolean {
  try {
    return childOf(app.pid, pattern) !== killed;
  } catch {
    return false;
  }
}

test('after kill -9 the next start stops what was left, and serves the same data', async () => {
  const left = familyOf(app.pid);
  process.kill(app.pid, 'SIGKILL');
  await app.ended;
  const before = app.setupToken;
  app = await startApp({ settings, dataFolder });
  expect(left.filter(isAlive)).toEqual([]);
  expect(app.output()).toMatch(/stopped \d+ left over from a start that was killed/);
  expect(app.setupToken).not.toBe(before);
  expect(await answers(app)).toBe(true);
});

test('Ctrl-C stops everything, in order, and leaves no process behind', async () => {
  const family = familyOf(app.pid);
  expect(family.length).toBeGreaterThanOrEqual(4); // supervisor, database, web, grader
  app.send('SIGINT');
  app.send('SIGINT'); // as npm passes on what the terminal has sent already
  const { code, output } = await app.ended;
  expect(code).toBe(0);
  expect(output.trimEnd().endsWith('Stopped.')).toBe(true);
  expect(family.filter(isAlive)).toEqual([]);
  app = await startApp({ settings, dataFolder });
});

test('with DATABASE_URL no database is started, and the token opens that one', async () => {
  const url = await createEmptyDatabase();
  const foreign = await startApp({ settings: { DATABASE_URL: url } });
  expect(() => childOf(foreign.pid, /postgres/)).toThrow('0 children');
  const client = await connect(url);
  const { rows } = await client.query<{ hash: string }>(
    'SELECT "setupTokenHash" AS hash FROM "Installation"',
  );
  await client.end();
  expect(rows).toEqual([{ hash: hashOfSetupToken(foreign.setupToken ?? '') }]);
  expect(await foreign.stop()).toMatchObject({ code: 0 });
});

test('a SIGTERM in the middle of a start stops that start, and leaves no process behind', async () => {
  const other = await makeDataFolder();
  const starting = runApp({ settings: { PORT: String(await findFreePort()), INTERLEAVE_DATA: other } });
  await starting.prints(/ s {2}database/);
  const family = familyOf(starting.pid);
  starting.send('SIGTERM');
  expect(await starting.ended).toMatchObject({ code: 0 });
  expect(family.filter(isAlive)).toEqual([]);
  rmSync(other, { recursive: true, force: true });
});
