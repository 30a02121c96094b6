import { expect, test } from 'vitest';
import { checks } from '#grader/judge/matchers.ts';
import { sentence } from '#grader/recording/sentences.ts';

test.each(Object.keys(checks))(
  '%s can be negated, in words, also in a finding stored without names',
  (matcher) => {
    const text = sentence({ code: 'held', params: { matcher } });
    expect(text).toMatch(/^[A-Z][a-z ]+\. Expected: not so\.$/);
    expect(text).not.toContain(matcher);
  },
);
