// The globals of a world beside those of the Node that runs the tests: the same program must print the same.
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { makeGrader } from '#grader/index.ts';

const folder = path.resolve(import.meta.dirname, '../../fixtures/globals');
const grader = makeGrader();
afterAll(async () => await grader.close());

async function run(source: string, seed = 1) {
  const { lines, exitCode, error } = await grader.run({ files: { 'solution.js': source }, seed });
  const stdout = lines.filter(({ stream }) => stream === 'stdout').map(({ text }) => `${text}\n`);
  return { stdout: stdout.join(''), exitCode, ...(error === undefined ? {} : { error }) };
}

async function runInNode(file: string) {
  const ended = promisify(execFile)(process.execPath, ['--no-warnings', file]);
  return await ended.then(
    ({ stdout }) => ({ stdout, exitCode: 0 }),
    ({ stdout, code }: { stdout: string; code: number }) => ({ stdout, exitCode: code }),
  );
}

describe('print what Node prints', () => {
  test.for(readdirSync(folder))('%s', async (name) => {
    const file = path.join(folder, name);
    expect(await run(readFileSync(file, 'utf8'))).toEqual(await runInNode(file));
  });
});

test.each([
  ['thrown', 'AbortSignal.abort().throwIfAborted();'],
  ['of a rejection that nobody handles', 'Promise.reject(AbortSignal.abort().reason);'],
  ['of a rejection that the top level awaits', 'await Promise.reject(AbortSignal.abort().reason);'],
  ['thrown by a timer', 'setTimeout(() => AbortSignal.abort().throwIfAborted());'],
])('a DOMException keeps its name, %s', async (_, source) => {
  expect(await run(source)).toMatchObject({
    exitCode: 1,
    error: 'Uncaught AbortError: This operation was aborted (line 1)',
  });
});

describe('rare globals', () => {
  test('come only to programs whose text names them', async () => {
    const ask = (name: string): string => `console.log(typeof globalThis['${name}']);`;
    expect((await run(ask('U\\x52L'))).stdout).toBe('undefined\n');
    expect((await run(ask('URL'))).stdout).toBe('function\n');
  });

  test('identifiers come from the seed', async () => {
    const source = 'console.log(crypto.randomUUID(), crypto.getRandomValues(new Uint8Array(4)).join());';
    const [first, again, other] = [await run(source), await run(source), await run(source, 2)];
    expect(first.stdout).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12} /);
    expect(again).toEqual(first);
    expect(other.stdout).not.toBe(first.stdout);
  });

  test('what the program replaces before it uses them leaves them as they are', async () => {
    const source = `
      Array.prototype.push = Map.prototype.get = Promise.prototype.then = () => { throw new Error('patched'); };
      console.log(atob('aGk='), new TextDecoder().decode(new TextEncoder().encode('hi')));
      const { port1, port2 } = new MessageChannel();
      port2.onmessage = ({ data }) => console.log(data);
      port1.postMessage('sent');`;
    expect((await run(source)).stdout).toBe('hi hi\nsent\n');
  });
});

test('a module of Node that is not there is refused by name', async () => {
  const { error, exitCode } = await run(`import fs from 'node:fs';`);
  expect({ error, exitCode }).toEqual({ error: expect.stringContaining('node:fs'), exitCode: 1 });
});

test('what one test of a submission did to process and to the seeded identifiers is not there in the next', async () => {
  const names = ['first', 'second'];
  const scenario = '{ run: async (lab) => await lab.solution.solve() }';
  const { verdict, recordings } = await grader.grade({
    exercise: {
      id: 'globals',
      contentHash: 'globals',
      scenarios: `export default { ${names.map((name) => `${name}: ${scenario}`).join(', ')} };`,
      expectations: `export default { ${names.map((name) => `${name}: () => {}`).join(', ')} };`,
      tests: names.map((name) => ({ name, hidden: false })),
    },
    files: {
      'solution.js': `export async function solve() {
        process.on('unhandledRejection', () => {});
        process.stdout.write('unfinished');
        return [crypto.randomUUID(), process.listenerCount('unhandledRejection')];
      }`,
    },
    seed: 1,
    tests: 'all',
  });
  expect(verdict.outcome).toBe('passed');
  const [first, second] = recordings.map(({ outcome, timeline }) => ({ outcome, marks: timeline.marks }));
  expect(second).toEqual(first);
  expect(JSON.stringify(first)).toContain('unfinished');
});

describe('process.exit()', () => {
  test('stops its caller, wherever it is called', async () => {
    const late = `console.log('never');`;
    const programs = [
      `process.exit(4); ${late}`,
      `try { process.exit(4); } catch { ${late} } finally { ${late} }`,
      `try { process.exit(4); } catch { process.exitCode = 5; process.exit(6); }`,
      `setTimeout(() => { process.exit(4); ${late} }); setTimeout(() => { ${late} });`,
      `await (async () => { await null; process.exit(4); })(); ${late}`,
      `process.on('exit', () => process.exit(4)); process.exit(1); ${late}`,
      `queueMicrotask(() => process.exit(4)); setImmediate(() => { ${late} });`,
    ];
    for (const program of programs) expect(await run(program)).toEqual({ stdout: '', exitCode: 4 });
  });
});
