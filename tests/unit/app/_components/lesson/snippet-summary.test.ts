import { expect, test } from 'vitest';
import { snippetSummary } from '#app/_components/lesson/snippet-summary.ts';
import { makeRecording } from '#tests/fixtures/recordings.ts';

test.each([
  ['returned', 0, 0, 'It took 300 ms.'],
  ['returned', 1, 0, 'It took 300 ms, with one call under way at a time.'],
  ['returned', 3, 0, 'It took 300 ms, with up to 3 calls under way at once.'],
  ['returned', 0, 80, 'It took 300 ms. The loop was blocked for 80 ms at a stretch.'],
  ['threw', 0, 0, 'It ended with an error at 300 ms.'],
  ['never-settled', 0, 0, 'Since 300 ms it waits for what never comes.'],
  ['unhandled-rejection', 0, 0, 'A rejection that nobody handled ended it at 300 ms.'],
] as const)('%s, %i in flight, blocked for %i ms', (ended, maximumInFlight, longestBlockMs, sentence) => {
  const run = { ...makeRecording([]), maximumInFlight, longestBlockMs };
  expect(snippetSummary({ ended, tookMs: 300, recording: run })).toBe(sentence);
});
