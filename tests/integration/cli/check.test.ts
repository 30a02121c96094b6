// What `interleave check` refuses, each with the sentence that an author reads. One exercise is changed a little for each.
import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { checkExercise } from '#cli/check-exercise.ts';
import { main } from '#cli/main.ts';
import { checkReportSchema, makeGrader } from '#grader/index.ts';

const adder = path.resolve(import.meta.dirname, '../../fixtures/exercises/adder');
const root = mkdtempSync(path.join(os.tmpdir(), 'interleave-check-'));
const grader = makeGrader();
let copies = 0;

afterAll(async () => {
  await grader.close();
  rmSync(root, { recursive: true });
});
afterEach(() => {
  vi.restoreAllMocks();
});

type Edit = (file: string, change: (text: string) => string) => void;

/** A copy of the adder, changed. */
function changed(change: (edit: Edit, folder: string) => void): string {
  copies += 1;
  const folder = path.join(root, String(copies), 'adder');
  cpSync(adder, folder, { recursive: true });
  change((name, replace) => {
    const file = path.join(folder, name);
    writeFileSync(file, replace(readFileSync(file, 'utf8')));
  }, folder);
  return folder;
}

async function problemsOf(
  change: (edit: Edit, folder: string) => void,
  options: { mutants?: boolean } = {},
): Promise<string[]> {
  return (await checkExercise(changed(change), grader, options)).problems;
}

test('nothing, of a whole exercise', async () => {
  expect(await problemsOf(() => {}, { mutants: true })).toEqual([]);
});

describe('answers', () => {
  test('too few of them', async () => {
    const problems = await problemsOf((_, folder) => {
      rmSync(path.join(folder, 'mistakes/no-await.js'));
      rmSync(path.join(folder, 'alternatives/reduced.js'));
    });
    expect(problems).toEqual([
      'mistakes/: expected at least 5 files, found 4',
      'alternatives/: expected at least 2 files, found 1',
    ]);
  });

  test('two that are the same but for spaces, comments and types', async () => {
    const problems = await problemsOf((_, folder) => {
      const solution = readFileSync(path.join(folder, 'solution/solution.js'), 'utf8');
      const typed = solution.replace('one, other', 'one: number, other: number').replace('{', '{ // so');
      writeFileSync(path.join(folder, 'alternatives/typed.ts'), typed);
    });
    expect(problems).toEqual([
      'alternatives/typed: is solution/solution.js but for spaces, comments and types',
    ]);
  });

  test('a mistake that is a slip of the keyboard', async () => {
    const slips = await problemsOf((edit) => {
      edit('mistakes/no-await.js', (text) => text.replace('fetchNumber(one)', 'fetchNumbr(one)'));
      edit('mistakes/subtracts.js', (text) => text.replace('Promise.all', 'eval("Promis").all'));
      edit('mistakes/numbers-as-text.js', (text) => text.replace('return', 'return return'));
    });
    expect(slips).toEqual([
      'mistakes/no-await: line 3: fetchNumbr is not defined; a mistake fails for what it does, not for its typing',
      expect.stringMatching(/^mistakes\/numbers-as-text: expected to run and fail, but it is in error: /),
      'mistakes/subtracts: fails "adds any two numbers" only because Promis is not defined; a mistake fails for what it does, not for its typing',
    ]);
  });

  test('a mistake that some hidden values let pass', async () => {
    const [problem] = await problemsOf((edit) =>
      edit('mistakes/subtracts.js', (text) => text.replace('first - second', 'Math.min(first + second, 12)')),
    );
    expect(problem).toMatch(
      /^mistakes\/subtracts: expected to fail "adds any two numbers", but it passes(?: \(seed \d+\))?$/,
    );
  });

  test('runs of the solution that differ', async () => {
    const faulty = { ...grader };
    let runs = 0;
    faulty.grade = async (request) => {
      const result = await grader.grade(request);
      runs += 1;
      const [first, ...others] = result.recordings;
      return runs % 7 > 0 || first === undefined
        ? result
        : { ...result, recordings: [{ ...first, virtualMs: 1 }, ...others] };
    };
    const { problems } = await checkExercise(
      changed(() => {}),
      faulty,
    );
    expect(problems).toEqual([
      'solution/solution.js: two runs with the same seed differ in the recording of "adds two numbers"; expected 20 equal ones',
    ]);
  });
});

describe('texts', () => {
  test('a hint that is the solution, and hints that are too few', async () => {
    const problems = await problemsOf((edit) =>
      edit(
        'hints.md',
        () => 'Think.\n\n---\n\nTry\n`const [first, second] = await Promise.all([fetchNumber(one)`.\n',
      ),
    );
    expect(problems).toEqual([
      'hints.md: expected at least 3 hints, separated by lines of ---; found 2',
      'hints.md:6: shares 12 words and signs in a row with solution/solution.js: const [ first , second ] = await Promise . all (',
    ]);
  });

  test('what the instructions do not name, with the place that needs it', async () => {
    const problems = await problemsOf((edit) => {
      edit('exercise.md', (text) => text.replace('`add(one, other, fetchNumber)`', '`add(one)`'));
      edit('expectations.ts', (text) =>
        text.replace('expect(evidence.result)', "expect(evidence).not.toRejectWith('No number');\n    $&"),
      );
    });
    expect(problems).toEqual([
      'exercise.md: does not name `other`, a parameter of `add` (solution/solution.js:1)',
      'exercise.md: does not name `fetchNumber`, a parameter of `add` (solution/solution.js:1)',
      'exercise.md: does not name `fetchNumber`, which the scenario simulates and hands over (scenarios.ts:6)',
      'exercise.md: does not name `No number`, an error that is expected (expectations.ts:6)',
    ]);
  });
});

describe('mutants', () => {
  /** It adds nothing: whatever stands there makes no difference. */
  const idle = (edit: Edit): void =>
    edit('solution/solution.js', (text) => text.replace('first + second', 'first + second + 5 * 0'));

  test('one that no test tells, and the reason that settles it', async () => {
    const [four, six] = ['`5` → `4`', '`5` → `6`'];
    const folder = changed(idle);
    const { ok, mutants, problems } = await checkExercise(folder, grader, { mutants: true });
    expect(ok).toBe(false);
    expect(mutants?.survivors.filter(({ line }) => line === 3)).toEqual([
      { what: six, line: 3, reason: null, sameRecordings: true },
      { what: four, line: 3, reason: null, sameRecordings: true },
    ]);
    expect(problems).toEqual([
      `solution/solution.js:3: no test fails with this change: ${six} (it changes nothing that a recording shows): add a test, or a reason to survivors.yaml`,
      expect.stringContaining(four),
    ]);
    const reasons = [six, four].map((what) => `- { what: '${what}', line: 3, reason: times nothing }\n`);
    appendFileSync(path.join(folder, 'survivors.yaml'), reasons.join(''));
    expect(await checkExercise(folder, grader, { mutants: true })).toMatchObject({
      ok: true,
      mutants: {
        survivors: ['a sum is the same either way', 'times nothing', 'times nothing'].map((reason) => ({
          reason,
        })),
      },
    });
  });

  test('one that a visible test would tell, were it looked at', async () => {
    const problems = await problemsOf(
      (edit) => edit('expectations.ts', (text) => text.replaceAll(/expect\(evidence\)\.toTake.*/g, '')),
      { mutants: true },
    );
    expect(problems.join('\n')).toMatch(/one after another \(its recordings differ, so a test can tell\)/);
  });

  test('a loop without end is caught', async () => {
    const folder = changed((edit) =>
      edit('solution/solution.js', (text) =>
        text.replace('return first', 'for (let turn = 0; turn < 1; turn += 1) await null;\n  return first'),
      ),
    );
    const { mutants } = await checkExercise(folder, grader, { mutants: true });
    expect(mutants?.survivors.map(({ what }) => what)).not.toContain('`1` → `0` (2)');
    expect(mutants?.caught).toBeGreaterThan(10);
  });

  test.each([
    [
      '- { what: drop everything, line: 1, reason: why not }',
      'drop everything (line 1): there is no such mutant; take it out',
    ],
    [
      "- { what: '`Promise.all` → `Promise.race`', line: 2, reason: it is no worse }",
      '`Promise.all` → `Promise.race` (line 2): a test catches it; take it out',
    ],
    ['- what: x\n- what: y', expect.stringMatching(/^survivors\.yaml: line 1: field "line": /)],
    ['- [', expect.stringMatching(/^survivors\.yaml: /)],
    [
      "- { what: x, line: 1, reason: ' ' }",
      expect.stringMatching(/^survivors\.yaml: line 1: field "reason": /),
    ],
  ])('a list of survivors that does not hold: %s', async (text, problem) => {
    const problems = await problemsOf(
      (_, folder) => writeFileSync(path.join(folder, 'survivors.yaml'), text),
      {
        mutants: true,
      },
    );
    expect(problems).toContainEqual(typeof problem === 'string' ? `survivors.yaml: ${problem}` : problem);
  });
});

describe('the command', () => {
  async function interleave(...args: string[]): Promise<{ exitCode: number; text: string }> {
    let text = '';
    const keep = (chunk: unknown): boolean => {
      text += String(chunk);
      return true;
    };
    vi.spyOn(process.stdout, 'write').mockImplementation(keep);
    vi.spyOn(console, 'error').mockImplementation(keep);
    return { exitCode: await main(['node', 'interleave', 'check', ...args]), text };
  }

  test('--mutants prints a table, and survivors as survivors.yaml wants them', async () => {
    const folder = path.dirname(
      changed((edit) =>
        edit('solution/solution.js', (text) => text.replace('first + second', 'first + second + 5 * 0')),
      ),
    );
    const { exitCode, text } = await interleave('--mutants', '--exercises', folder);
    expect(exitCode).toBe(1);
    expect(text).toMatch(
      /exercise +tests +mistakes +alternatives +mutants +caught\n✗ adder +2 +5 +2 +\d+ +\d+\n/,
    );
    expect(text).toContain("- what: '`5` → `6`'\n  line: 3\n  reason: ''\n");
    const json = await interleave('adder', '--mutants', '--json', '--exercises', folder);
    const [checked] = checkReportSchema.parse(JSON.parse(json.text)).exercises;
    expect(checked?.mutants?.total).toBe((checked?.mutants?.caught ?? 0) + 3);
  });

  test('--since takes what differs from a commit, committed or not', async () => {
    const folder = path.join(root, 'repository');
    for (const id of ['adder', 'same']) {
      cpSync(adder, path.join(folder, id), { recursive: true });
      const file = path.join(folder, id, 'exercise.md');
      writeFileSync(file, readFileSync(file, 'utf8').replace('id: adder', `id: ${id}`));
    }
    const git = (...args: string[]): Buffer =>
      execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...args], {
        cwd: folder,
      });
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '--message', 'Two exercises');
    expect(await interleave('--since', 'HEAD', '--exercises', folder)).toEqual({
      exitCode: 0,
      text: `nothing of ${folder} has changed since HEAD\n`,
    });
    mkdirSync(path.join(folder, 'adder/notes'));
    writeFileSync(path.join(folder, 'adder/notes/new.md'), 'not yet in git');
    const { exitCode, text } = await interleave('--since', 'HEAD', '--json', '--exercises', folder);
    expect(exitCode).toBe(0);
    expect(checkReportSchema.parse(JSON.parse(text)).exercises.map(({ id }) => id)).toEqual(['adder']);
  });

  test('--since outside of git', async () => {
    const folder = path.dirname(changed(() => {}));
    expect(await interleave('--since', 'main', '--exercises', folder)).toEqual({
      exitCode: 3,
      text: `--since "main": ${folder} is in no git repository.`,
    });
  });

  test.each([
    [
      ['--since', 'no-such-branch'],
      /^--since "no-such-branch": git knows no such commit, branch or tag\.\s*$/,
    ],
    [['--since', '--output=x'], /^--since "--output=x": git knows no such commit, branch or tag\.\s*$/],
    [['--watch', '--json'], /^--watch prints for people: leave out --json\.\s*$/],
  ])('a wrong use: %s', async (args, sentence) => {
    const { exitCode, text } = await interleave(...args);
    expect(exitCode).toBe(3);
    expect(text).toMatch(sentence);
  });
});
