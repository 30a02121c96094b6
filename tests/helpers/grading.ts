// Exercises of one test, made on the spot, for tests of the grader itself.
import type { ExerciseBundle, Grader, GradeRequest } from '#grader/index.ts';
import type { Finding, Recording, Verdict } from '#grader/recording/types.ts';
import { sentence } from '#grader/recording/sentences.ts';

export type Trial = {
  /** Source of the submission; it exports `solve`. */
  source: string;
  language?: 'js' | 'ts';
  /** Body of the scenario; `lab` and `fetchItem` (100 virtual ms, gives `{ id }`) are in scope. */
  scenario?: string;
  /** Body of the expectation; `evidence` and `expect` are in scope. */
  expectation?: string;
  mayReplaceBuiltIns?: boolean;
} & Pick<GradeRequest, 'onTest' | 'signal' | 'reference'>;

export type TrialResult = {
  verdict: Verdict;
  recording: Recording | undefined;
  findings: Finding[];
  /** The findings as a student reads them. */
  sentences: string[];
  resource: string | undefined;
};

const FETCH_ITEM = `const { fetchItem } = lab.simulate({ fetchItem: { ms: 100, value: (id) => ({ id }) } });`;

let count = 0;

export function makeExercise({
  scenario = 'return await lab.solution.solve(fetchItem, lab);',
  expectation = "expect(evidence.result).toBe('right');",
  mayReplaceBuiltIns = false,
}: Pick<Trial, 'scenario' | 'expectation' | 'mayReplaceBuiltIns'>): Pick<
  ExerciseBundle,
  'id' | 'contentHash' | 'scenarios' | 'expectations' | 'tests'
> {
  count += 1;
  return {
    id: 'trial',
    contentHash: `trial ${count}`,
    scenarios: `export default { trial: { mayReplaceBuiltIns: ${mayReplaceBuiltIns}, async run(lab) { ${FETCH_ITEM} ${scenario} } } };`,
    expectations: `export default { trial(evidence) { const { expect } = evidence; ${expectation} } };`,
    tests: [{ name: 'trial', hidden: false }],
  };
}

export async function tryOut(grader: Grader, trial: Trial): Promise<TrialResult> {
  const {
    source,
    language = 'js',
    scenario: _,
    expectation: __,
    mayReplaceBuiltIns: ___,
    ...request
  } = trial;
  const { verdict, recordings, usage } = await grader.grade({
    exercise: makeExercise(trial),
    files: { [`solution.${language}`]: source },
    seed: 1,
    tests: 'all',
    ...request,
  });
  const findings = [...verdict.findings, ...verdict.tests.flatMap((test) => test.findings)];
  return {
    verdict,
    recording: recordings[0],
    findings,
    sentences: findings.map(sentence),
    resource: usage.resource,
  };
}
