import type { Evidence, Expectations } from '#grader/author.ts';

function predictionOf({ result }: Evidence): string[] {
  return typeof result === 'string' ? result.split('\n').slice(0, -1) : [];
}

/** The key is checked against the recording, so that no answer can bring its own console or its own timers. */
function checkRecording({ expect, console }: Evidence, lines: string[]): void {
  const isAsExpected = console.map(({ text }) => text).join('\n') === lines.join('\n');
  expect(isAsExpected, 'the program printed its own lines and no others').toBe(true);
}

/** Compares line by line and stops at the first wrong one, so that there is something left to think about. */
function comparePrediction(evidence: Evidence, lines: string[]): void {
  const { expect } = evidence;
  const prediction = predictionOf(evidence);
  for (const [index, line] of lines.entries()) {
    expect(prediction[index], `line ${index + 1} of the prediction`).toBe(line);
  }
  expect(prediction.length, 'number of lines in the prediction').toBe(lines.length);
  checkRecording(evidence, lines);
}

/** For hidden programs: tells how far the prediction is right, and no line of the answer. */
function comparePredictionDiscreetly(evidence: Evidence, lines: string[]): void {
  const { expect } = evidence;
  const prediction = predictionOf(evidence);
  const firstWrong = lines.findIndex((line, index) => line !== prediction[index]);
  const rightLines = firstWrong === -1 ? lines.length : firstWrong;
  const score = (count: number): string => `${count} of ${lines.length} lines`;
  expect(score(rightLines), 'right up to the first wrong line').toBe(score(lines.length));
  expect(prediction.length, 'number of lines in the prediction').toBe(lines.length);
  checkRecording(evidence, lines);
}

export default {
  'the first program: a microtask from a microtask': (evidence) =>
    comparePrediction(evidence, ['wake up', 'shoes', 'coat', 'laces', 'bus']),

  'the second program: timers from timers and from microtasks': (evidence) =>
    comparePrediction(evidence, ['menu', 'soup', 'spoon', 'pasta', 'cake', 'coffee']),

  'the third program: ticks and microtasks call each other': (evidence) =>
    comparePrediction(evidence, ['paper', 'red', 'amber', 'green', 'blue', 'violet', 'white']),

  'the fourth program': (evidence) =>
    comparePredictionDiscreetly(evidence, ['bell', 'door', 'key', 'garden', 'window', 'clock']),

  'the fifth program': (evidence) =>
    comparePredictionDiscreetly(evidence, [
      'people wait',
      'gate opens',
      'guard waves',
      'Ada goes in',
      'Bo goes in',
      'Ada sits down',
      'music',
    ]),
} satisfies Expectations;
