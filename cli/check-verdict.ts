// What a verdict says against an author's claim that an answer is right, or wrong.
import { sentence } from '#grader/recording/sentences.ts';
import type { Verdict } from '#grader/recording/types.ts';

export function whyNotPassed(label: string, verdict: Verdict): string | null {
  if (verdict.outcome === 'passed') return null;
  const test = verdict.tests.find(({ outcome }) => outcome !== 'passed');
  const [finding] = test?.findings.length ? test.findings : verdict.findings;
  const reason = finding === undefined ? verdict.outcome : sentence(finding);
  return `${label}: expected to pass, but ${verdict.findings.length === 0 ? `"${test?.name ?? ''}" failed` : 'it is in error'}: ${reason}`;
}

/** @param test The test that must be among the failed ones; any, if not given. */
export function whyNotFailed(label: string, verdict: Verdict, test?: string): string | null {
  if (verdict.outcome === 'failed') {
    const failed = verdict.tests.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name);
    if (test === undefined || failed.includes(test)) return null;
    return `${label}: expected to fail "${test}", but fails only ${failed.map((name) => `"${name}"`).join(', ')}`;
  }
  if (verdict.outcome === 'passed')
    return `${label}: expected to fail${test === undefined ? '' : ` "${test}"`}, but it passes`;
  const [finding] = verdict.findings;
  return `${label}: expected to run and fail, but it is in error: ${finding === undefined ? verdict.outcome : sentence(finding)}`;
}
