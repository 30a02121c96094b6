// The examples of docs/authoring.md, run: the answer passes, the mistake fails with the sentence that the guide shows.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { makeGrader } from '#grader/index.ts';
import { sentence } from '#grader/recording/sentences.ts';

const guide = readFileSync(path.resolve(import.meta.dirname, '../../../../docs/authoring.md'), 'utf8');
const grader = makeGrader();
afterAll(async () => await grader.close());

type Example = { title: string; blocks: Map<string, string>; read: string };

const examples = guide
  .split(/^#### Example: /m)
  .slice(1)
  .map(readExample);

function readExample(section: string): Example {
  const title = section.split('\n')[0] ?? '';
  const blocks = new Map(
    [...section.matchAll(/^```ts (\w+)\n([\s\S]*?)^```$/gm)].map(([, kind = '', text = '']) => [kind, text]),
  );
  return { title, blocks, read: /^> (.+)$/m.exec(section)?.[1] ?? '' };
}

async function grade({ title, blocks }: Example, answer: 'solution' | 'mistake') {
  const { verdict } = await grader.grade({
    exercise: {
      id: 'example',
      contentHash: `example: ${title}`,
      scenarios: `${blocks.get('scenario')}\nexport default { example: { run, ...options } };`.replace(
        /^(?!.*const options)/s,
        'const options = {};\n',
      ),
      expectations: `${blocks.get('expectation')}\nexport default { example: expectation };`,
      tests: [{ name: 'example', hidden: false }],
    },
    files: { 'solution.ts': blocks.get(answer) ?? '' },
    seed: 1,
    tests: 'all',
  });
  const findings = [...verdict.findings, ...verdict.tests.flatMap((each) => each.findings)];
  return { outcome: verdict.outcome, sentences: findings.map(sentence) };
}

test('every section of the lab and of the evidence has its example', () => {
  expect(examples.length).toBeGreaterThanOrEqual(9);
});

describe.each(examples)('$title', (example) => {
  test('has all its parts', () => {
    expect([...example.blocks.keys()]).toEqual(['scenario', 'solution', 'expectation', 'mistake']);
  });

  test('its solution passes', async () => {
    expect(await grade(example, 'solution')).toEqual({ outcome: 'passed', sentences: [] });
  });

  test('its mistake fails, in the words of the guide', async () => {
    const { outcome, sentences } = await grade(example, 'mistake');
    expect(outcome).toBe('failed');
    expect(sentences[0]).toBe(example.read);
  });
});
