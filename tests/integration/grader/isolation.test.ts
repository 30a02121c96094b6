// Tests of one submission do not see each other, whether they run in one world or each in its own.
import { afterAll, expect, test } from 'vitest';
import { makeGrader } from '#grader/index.ts';

const grader = makeGrader();
afterAll(async () => {
  await grader.close();
});

const names = ['first', 'second', 'third'];
const exercise = {
  id: 'isolation',
  contentHash: 'isolation',
  scenarios: `export default { ${names
    .map((name) => `${name}: { run: async (lab) => await lab.solution.solve('${name}', lab) }`)
    .join(', ')} };`,
  expectations: `export default { ${names
    .map(
      (name) =>
        `${name}: (evidence) => { evidence.expect(evidence.result).toBe('${name} 1'); evidence.expect(evidence).toLeaveNothingBehind(); }`,
    )
    .join(', ')} };`,
  tests: names.map((name) => ({ name, hidden: false })),
};

async function outcomesOf(source: string): Promise<string[]> {
  const { verdict } = await grader.grade({
    exercise,
    files: { 'solution.js': source },
    seed: 1,
    tests: 'all',
  });
  return verdict.tests.map((tested) => tested.outcome);
}

test.each([
  ['the state of a module', `let calls = 0; export const solve = (name) => \`\${name} \${(calls += 1)}\`;`],
  [
    'a global variable',
    `export const solve = (name) => { globalThis.calls = (globalThis.calls ?? 0) + 1; return \`\${name} \${globalThis.calls}\`; };`,
  ],
  [
    'a global that is reached through another name',
    `const shared = setTimeout; export const solve = (name) => { shared.calls = (shared.calls ?? 0) + 1; return \`\${name} \${shared.calls}\`; };`,
  ],
  [
    'a changed prototype',
    `export const solve = (name) => { const before = Date.prototype.calls ?? 0; Date.prototype.calls = before + 1; return \`\${name} \${before + 1}\`; };`,
  ],
  [
    'a replaced global function',
    `const log = console; export const solve = (name) => { const before = log.calls ?? 0; log.calls = before + 1; return \`\${name} \${before + 1}\`; };`,
  ],
])('%s is not carried from test to test', async (_, source) => {
  expect(await outcomesOf(source)).toEqual(['passed', 'passed', 'passed']);
});

test('timers, listeners and clocks of one test are not there in the next', async () => {
  const source = `export async function solve(name, lab) {
    if (lab.now() !== 0 || performance.now() !== 0) return 'the clock had moved';
    let fired = 0;
    if (name !== 'third') { const id = setInterval(() => { fired += 1; }, 10); await lab.sleep(35); clearInterval(id); }
    else { await lab.sleep(100); fired = 3; }
    console.count('calls');
    return fired === 3 ? \`\${name} 1\` : \`\${fired}\`;
  }`;
  expect(await outcomesOf(source)).toEqual(['passed', 'passed', 'passed']);
});

test('equal recordings come out of a shared and of a fresh world', async () => {
  const body = `export async function solve(name, lab) { console.log('at', lab.now(), Math.random(), lab.random()); await lab.sleep(5); console.count(); return name + ' 1'; }`;
  const record = async (source: string): Promise<string> => {
    const { recordings } = await grader.grade({
      exercise,
      files: { 'solution.js': source },
      seed: 7,
      tests: 'all',
    });
    return JSON.stringify(recordings);
  };
  // The comment makes the text look as if it reached for globals; it changes nothing else.
  expect(await record(`${body} // globalThis`)).toBe(await record(`${body} // none of it `));
});

test.each([
  ['global', 'if (global.isLoading) return global.settings; global.isLoading = true;'],
  [
    'an alias',
    'const shared = [globalThis][0]; if (shared.isLoading) return shared.settings; shared.isLoading = true;',
  ],
  ['process.env', 'if (process.env.isLoading) return process.env.settings; process.env.isLoading = "1";'],
])('a test that %s carries something to does not pass for it', async (_, body) => {
  const made = {
    ...exercise,
    contentHash: `carried ${body}`,
    scenarios: `export default { ${names
      .map(
        (name) =>
          `${name}: { run: async (lab) => [await lab.solution.solve(lab), await lab.solution.solve(lab)] }`,
      )
      .join(', ')} };`,
    expectations: `export default { ${names
      .map((name) => `${name}: ({ expect, result }) => { expect(result[0]).toBe(result[1]); }`)
      .join(', ')} };`,
  };
  const source = `export async function solve(lab) { ${body} await lab.sleep(5); return 'settings'; }`;
  const { verdict } = await grader.grade({
    exercise: made,
    files: { 'solution.js': source },
    seed: 1,
    tests: 'all',
  });
  expect(verdict.tests.map((tested) => tested.outcome)).toEqual(['failed', 'failed', 'failed']);
});

test('what the tests before it held does not fail a test', async () => {
  const many = Array.from({ length: 20 }, (_, index) => `test ${index}`);
  const made = {
    id: 'memory',
    contentHash: 'memory',
    scenarios: `export default { ${many.map((name) => `'${name}': { run: async (lab) => await lab.solution.solve() }`).join(', ')} };`,
    expectations: `export default { ${many.map((name) => `'${name}': ({ expect, result }) => expect(result).toBe(750000)`).join(', ')} };`,
    tests: many.map((name) => ({ name, hidden: false })),
  };
  const body = `const table = Array.from({ length: 750_000 }, (_, index) => index); export const solve = async () => table.length;`;
  for (const source of [body, `${body} // globalThis`]) {
    const { verdict } = await grader.grade({
      exercise: made,
      files: { 'solution.js': source },
      seed: 1,
      tests: 'all',
    });
    expect(verdict.tests.filter((tested) => tested.outcome !== 'passed')).toEqual([]);
  }
});

test('a program that cannot be loaded twice into one realm is still loaded for each test', async () => {
  const source = `const timers = setTimeout; if (timers.loaded) throw new Error('twice'); timers.loaded = true; export const solve = (name) => name + ' 1';`;
  expect(await outcomesOf(source)).toEqual(['passed', 'passed', 'passed']);
});

test('a selection without tests is no pass', async () => {
  const grading = grader.grade({
    exercise: { ...exercise, tests: [] },
    files: { 'solution.js': '' },
    seed: 1,
    tests: 'all',
  });
  await expect(grading).rejects.toMatchObject({ name: 'ExerciseError' });
});
