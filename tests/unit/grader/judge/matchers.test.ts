import { expect, test } from 'vitest';
import { checks, heldFinding } from '#grader/judge/matchers.ts';
import { sentence } from '#grader/recording/sentences.ts';

test.each(Object.keys(checks))('%s can be negated, in words', (matcher) => {
  const text = sentence(heldFinding(matcher));
  expect(text).toMatch(/^[A-Z][a-z ]+\. Expected: not so\.$/);
  expect(text).not.toContain(matcher);
});
