// A lesson's and a track's folder into data: snippets are run, numbers come from the runs, and what is wrong is named with
// its file and its line.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  ContentError,
  findReferenceProblems,
  listContent,
  loadLesson,
  loadTrack,
  makeGrader,
  type LessonBundle,
} from '#grader/index.ts';
import { makeTemporaryFolder } from '#tests/helpers/temporary-folder.ts';

const grader = makeGrader();
let root: string;

beforeAll(async () => {
  await grader.run({ files: { 'solution.js': '' }, seed: 1 });
});
afterAll(async () => await grader.close());
beforeEach(() => {
  root = makeTemporaryFolder();
});

const front = `id: together
language: javascript
title: From sum to maximum
description: Two requests that do not need each other can be under way at the same time.
level: introductory
duration: 5
order: 210
topics: [promises]
simulate:
  fetchUser: { ms: 200, value: { id: '{0}', name: 'User {0}' } }
`;
const snippets = `
\`\`\`js run=in-turn
const first = await fetchUser(1);
const second = await fetchUser(2);
console.log(first.name, second.name);
\`\`\`

\`\`\`js run=at-once
const users = await Promise.all([fetchUser(1), fetchUser(2)]);
console.log(users[1].name, typeof users[1].id);
\`\`\`
`;
const ending = '\nDo [Parallel requests](/exercises/parallel-requests) next.\n';

async function write(id: string, file: string, text: string): Promise<string> {
  const folder = path.join(root, id);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, file), text);
  return folder;
}

async function load(text: string, fields = front, body = snippets): Promise<LessonBundle> {
  const folder = await write('together', 'lesson.md', `---\n${fields}---\n${body}\n${text}\n${ending}`);
  return (await loadLesson(folder, grader)).bundle;
}

function textOf({ blocks }: LessonBundle): string {
  return blocks.map((block) => (block.kind === 'text' ? block.markdown : `<${block.name}>`)).join('\n');
}

/** Problems of an attempt that must fail. */
async function problemsOf(attempt: () => Promise<unknown>): Promise<string[]> {
  const error: unknown = await attempt().then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof ContentError) return error.problems;
  throw new Error('expected a ContentError', { cause: error });
}

describe('numbers come from the runs', () => {
  test.each([
    ['{{in-turn.took}}', '400 ms'],
    ['{{ in-turn.ms }}', '400'],
    ['{{at-once.took}}', '200 ms'],
    ['{{ratio:in-turn,at-once}}', '2'],
    ['{{in-turn.inFlight}} {{at-once.inFlight}}', '1 2'],
    ['{{at-once.calls}}', '2'],
    ['{{at-once.line:1}}', 'User 2 number'],
    ['{{at-once.at:1}}', '200 ms'],
    ['`{{at-once.line:1}}`', '`User 2 number`'],
    ['{{at-once.longestBlock}}', '0 ms'],
    ['**{{at-once.took}}** of {{in-turn.took}}', '**200 ms** of 400 ms'],
  ])('%s', async (text, filled) => {
    expect(textOf(await load(text))).toContain(`\n${filled}\n`);
  });

  test('a line of output is text, whatever it looks like', async () => {
    const body = '```js run=signs\nconsole.log("<b>*x*</b> [a](b)");\n```\n';
    const fields = front.replace(/^simulate[\s\S]*/m, '');
    expect(textOf(await load('{{signs.line:1}}', fields, body))).toContain(
      String.raw`\<b\>\*x\*\</b\> \[a\](b)`,
    );
  });

  test('what goes on in silence after the last line is not what it took', async () => {
    const body = `\`\`\`js run=race
console.log(await Promise.race([fetchUser(1), fetchSlowly(1)]));
\`\`\`
`;
    const fields = `${front}  fetchSlowly: { ms: 1250, value: '{0}' }\n`;
    expect(textOf(await load('{{race.took}}, {{race.over}}', fields, body))).toContain('200 ms, 1.25 s');
  });

  test('a snippet may be meant to fail', async () => {
    const body = `\`\`\`js run=fails ends=threw
await fetchUser(1);
\`\`\`

\`\`\`ts run=forgotten ends=unhandled-rejection
const user: Promise<unknown> = fetchUser(1);
\`\`\`

\`\`\`js run=hangs ends=never-settled
await wait();
\`\`\`
`;
    const fields = front
      .replace('value:', "rejects: ['{0} is busy', null], value:")
      .concat('  wait: { hangs: true }\n');
    const lesson = await load('{{fails.error}}; {{forgotten.took}}', fields, body);
    expect(textOf(lesson)).toContain('Error: 1 is busy; 200 ms');
    expect(lesson.blocks.flatMap((block) => (block.kind === 'snippet' ? [block.ended] : []))).toEqual([
      'threw',
      'unhandled-rejection',
      'never-settled',
    ]);
  });

  test('a rejection that nobody handles, while the top level waits for something else', async () => {
    const body = `\`\`\`js run=nobody-listens ends=unhandled-rejection
const slow = fetchUser(1);
const fast = order(2);
await slow;
await fast;
\`\`\`
`;
    const fields = `${front}  order: { ms: 100, rejects: Sold out }\n`;
    const text = textOf(await load('{{nobody-listens.took}} {{nobody-listens.error}}', fields, body));
    expect(text).toContain('100 ms Error: Sold out');
  });

  test('simulated generators, numbered rejections and a network', async () => {
    const fields = front.replace(
      /^simulate[\s\S]*/m,
      `simulate:
  pages: { items: [1, 'of {0}'], everyMs: 50 }
  save: { ms: [10, 20], rejects: { 1: 'Disk full' }, values: ['{0}', 'never'] }
network:
  'GET https://shop.test/users/1': { ms: 30, status: 404, json: { reason: gone } }
`,
    );
    const body = `\`\`\`js run=all
for await (const page of pages('book')) console.log(page);
console.log(await save('a'));
await save('b').catch((error) => console.log(error.message));
const response = await fetch('https://shop.test/users/1');
console.log(response.ok, await response.json());
\`\`\`
`;
    const text = textOf(
      await load('{{all.line:2}} {{all.line:3}} {{all.line:4}} {{all.took}}', fields, body),
    );
    expect(text).toContain('of book a Disk full 160 ms');
  });

  test('the same folder gives the same hash, and the recording of each snippet', async () => {
    const [one, other] = [await load('x'), await load('x')];
    expect(one).toEqual(other);
    expect(one.contentHash).not.toBe((await load('y')).contentHash);
    expect(one.blocks.find((block) => block.kind === 'snippet')).toMatchObject({
      name: 'in-turn',
      file: 'solution.js',
      recording: { test: 'in-turn', ended: { kind: 'returned' }, maximumInFlight: 1, virtualMs: 400 },
    });
  });
});

describe('problems name the file and the line', () => {
  test.each<[string, string, RegExp]>([
    [
      'an unknown placeholder',
      '{{in-turn.tok}}',
      /^lesson\.md: line 25: \{\{in-turn\.tok\}\}: there is no field "tok"; expected took/,
    ],
    [
      'an unknown snippet',
      '{{other.took}}',
      /^lesson\.md: line 25: .* no snippet "other"; expected one of: in-turn, at-once$/,
    ],
    ['a line that is not printed', '{{in-turn.line:2}}', /prints 1 lines; there is no line 2$/],
    ['a placeholder that is none', '{{took}}', /expected \{\{<snippet>\.<field>\}\}/],
    ['a typed-in number', 'Now it takes 200 ms.', /^lesson\.md: line 25: "200 ms" is typed in/],
    ['a typed-in number of seconds', 'It takes\n2 seconds.', /^lesson\.md: line 26: "2 seconds" is typed in/],
    ['a typed-in factor', 'It is 2 times faster.', /"2 times faster" is typed in/],
    ['JavaScript that is not run', '```js\nlet a;\n```', /^lesson\.md: line 25: JavaScript that is not run/],
    [
      'a fence without a language',
      '```\nlet a;\n```',
      /^lesson\.md: line 25: a fenced block without a language/,
    ],
    ['an option that means nothing', '```js run=a slow\nlet a;\n```', /"slow" means nothing/],
    [
      'an end that is none',
      '```js run=a ends=badly\nlet a;\n```',
      /"ends=badly"; expected ends= with one of: threw/,
    ],
    ['two snippets of a name', '```js run=in-turn\nlet a;\n```', /a snippet "in-turn" is there already$/],
    [
      'a snippet that fails',
      '```js run=a\nmissing();\n```',
      /line 25: snippet "a" is to end well, but: Uncaught ReferenceError: .* say ends=threw$/,
    ],
    [
      'a snippet that does not parse',
      '```js run=a\nlet = ;\n```',
      /snippet "a" is to end well, but: The code does not parse/,
    ],
    [
      'a snippet that does not fail',
      '```js run=a ends=threw\nlet a;\n```',
      /is to end with ends=threw, but: ends without an error$/,
    ],
    [
      'a long snippet',
      `\`\`\`js run=a\n${'// \n'.repeat(21)}\`\`\``,
      /snippet "a" has 21 lines; expected at most 20$/,
    ],
    ['many words', 'word '.repeat(451), /^lesson\.md: \d+ words; expected at most 450$/],
    ['a heading of level 1', '# Title', /a heading of level 1/],
  ])('%s', async (_, text, problem) => {
    const problems = await problemsOf(async () => await load(text));
    expect(problems).toEqual([expect.stringMatching(problem)]);
  });

  test.each<[string, string, RegExp]>([
    ['an unknown field', 'colour: red\n', /^lesson\.md: line 2: field "colour": there is no such field$/],
    [
      'a number in the description',
      'description: In 2 s.\n',
      /^lesson\.md: line 2: field "description": "2 s" is a number about a run$/,
    ],
  ])('%s', async (_, line, problem) => {
    const [field = ''] = line.split(':');
    const fields = line + front.replace(new RegExp(`^${field}:.*\n`, 'm'), '');
    expect(await problemsOf(async () => await load('', fields))).toEqual([expect.stringMatching(problem)]);
  });

  test.each<[string, string, RegExp]>([
    [
      'an unknown field of a function',
      'a: { ms: 1, valeu: 2 }',
      /^lesson\.md: line 12: field "simulate\.a\.valeu": there is no such field$/,
    ],
    ['no latency', 'a: { value: 2 }', /^lesson\.md: line 12: field "simulate\.a": expected "ms", "items"/],
    ['a broken latency', 'a: { ms: 1.5 }', /line 12: field "simulate\.a\.ms": expected whole virtual ms/],
    [
      'a name that is taken',
      'setTimeout: { ms: 1 }',
      /"simulate\.setTimeout": is the name of a global already$/,
    ],
    ['latency of items', 'a: { items: [1], ms: 1 }', /"simulate\.a\.ms": does not go with "items"/],
    [
      'a function that nobody calls',
      'a: { ms: 1 }',
      /^lesson\.md: line 12: field "simulate\.a": no snippet calls it$/,
    ],
  ])('%s', async (_, behaviour, problem) => {
    const problems = await problemsOf(async () => await load('', `${front}  ${behaviour}\n`));
    expect(problems).toEqual([expect.stringMatching(problem)]);
  });

  test('a field of an answer that is none', async () => {
    const fields = `${front}network: { 'GET https://a.test/x': { stauts: 404 } }\n`;
    expect(await problemsOf(async () => await load('', fields))).toEqual([
      'lesson.md: line 12: field "network.GET https://a.test/x.stauts": there is no such field',
    ]);
  });

  test('an end without the exercise to do next', async () => {
    const folder = await write('together', 'lesson.md', `---\n${front}---\n${snippets}\nThat is all.\n`);
    expect(await problemsOf(async () => await loadLesson(folder, grader))).toEqual([
      expect.stringMatching(/^lesson\.md: line \d+: expected the lesson to end with a link to an exercise/),
    ]);
  });
});

describe('tracks', () => {
  const track = (items: string): string =>
    `---\nid: basics\ntitle: Basics\ndescription: The beginning.\norder: 1\nitems: ${items}\n---\n\nBegin here.\n`;

  test('a track is its items and its introduction', async () => {
    const folder = await write('basics', 'track.md', track('[one, two]'));
    expect(loadTrack(folder)).toMatchObject({
      id: 'basics',
      items: ['one', 'two'],
      introduction: 'Begin here.',
    });
  });

  test('an item that is there twice is refused', async () => {
    const folder = await write('basics', 'track.md', track('[one, one]'));
    expect(await problemsOf(async () => await Promise.resolve(folder).then(loadTrack))).toEqual([
      'track.md: line 6: field "items": "one" is there twice',
    ]);
  });

  test('what names nothing is told with its line', async () => {
    await write('basics', 'track.md', track('[together, nothing, basics]'));
    await write('parallel-requests', 'exercise.md', '---\nid: parallel-requests\ntitle: Requests\n---\n');
    const fields = `${front}prerequisites: [gone, together]\n`;
    await write('together', 'lesson.md', `---\n${fields}---\n[a](/lessons/none)\n${ending}`);
    const { folders } = listContent([root]);
    const problems = folders.flatMap((folder) => findReferenceProblems(folder, folders));
    expect(problems).toEqual([
      'track.md: line 6: field "items": "nothing" names no lesson and no exercise',
      'track.md: line 6: field "items": "basics" is this one itself',
      'lesson.md: line 12: field "prerequisites": "gone" names no lesson and no exercise',
      'lesson.md: line 12: field "prerequisites": "together" is this one itself',
      'lesson.md: line 14: the link /lessons/none leads nowhere: there is no lesson "none"',
      'lesson.md: line 16: the link is called "Parallel requests", the exercise "Requests"',
    ]);
  });

  test('an id of an earlier folder is refused in a later one, with both paths', async () => {
    await write('own/basics', 'track.md', track('[one]'));
    await write('theirs/basics', 'lesson.md', '');
    const { folders, broken } = listContent([path.join(root, 'own'), path.join(root, 'theirs')]);
    expect(folders).toEqual([{ id: 'basics', kind: 'track', folder: path.join(root, 'own/basics') }]);
    expect(broken.map(({ problems }) => problems)).toEqual([
      [`the id "basics" of ${root}/theirs/basics is that of ${root}/own/basics already`],
    ]);
  });
});
