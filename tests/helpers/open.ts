// An open exercise of one spec file, made on the spot.
import type { Grader, GradeRequest } from '#grader/index.ts';
import type { Finding, Recording, TestVerdict, Verdict } from '#grader/recording/types.ts';

export type SpecTrial = {
  /** Text of `trial.spec.js`. */
  spec: string;
  /** Text of the student's file. */
  source?: string;
  /** Other files of the spec. */
  files?: { [path: string]: string };
  /** What the names of the tests are read beside; the student's file itself where there is none. */
  solution?: string;
  language?: 'js' | 'ts';
  isolation?: 'test' | 'file';
};

export type SpecResult = {
  verdict: Verdict;
  recordings: Recording[];
  /** `passed`, `failed` … by the test's name. */
  outcomes: { [test: string]: TestVerdict['outcome'] };
  /** The first finding of each failed test. */
  findings: { [test: string]: Finding | undefined };
};

let count = 0;

export async function gradeSpec(grader: Grader, trial: SpecTrial): Promise<SpecResult> {
  const {
    spec: text,
    source = '',
    files = {},
    language = 'js',
    isolation = 'test',
    solution = source,
  } = trial;
  count += 1;
  const spec = { files: { [`trial.spec.${language}`]: text, ...files }, isolation };
  const content = { id: 'trial', scenarios: '', expectations: '', spec };
  const tests = await grader.describe({ ...content, solution: { [`solution.${language}`]: solution } });
  const exercise: GradeRequest['exercise'] = { ...content, contentHash: `spec ${count}`, tests };
  const submitted = { [`solution.${language}`]: source };
  const { verdict, recordings } = await grader.grade({ exercise, files: submitted, seed: 1, tests: 'all' });
  return {
    verdict,
    recordings,
    outcomes: Object.fromEntries(verdict.tests.map(({ name, outcome }) => [name, outcome])),
    findings: Object.fromEntries(verdict.tests.map(({ name, findings }) => [name, findings[0]])),
  };
}
