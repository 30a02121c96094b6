import { describe, expect, test } from 'vitest';
import type { ExerciseBundle } from '#grader/index.ts';
import { PERSONAS, planStudent } from '#server/demo/demo-plan.ts';

const exercise = (order: number): ExerciseBundle => ({
  id: `exercise-${order}`,
  contentHash: String(order),
  title: 'Exercise',
  description: '',
  level: 'introductory',
  durationMinutes: 10,
  order,
  topics: [],
  prerequisites: [],
  instructions: '',
  hints: [],
  starter: { 'solution.js': 'starter', 'solution.ts': 'starter' },
  solution: { 'solution.js': 'solution js', 'solution.ts': 'solution ts' },
  alternatives: [{ name: 'other', files: { 'solution.ts': 'alternative' } }],
  mistakes: Array.from({ length: 5 }, (_, index) => ({
    name: `mistake ${index}`,
    failsTest: 'a test',
    files: { 'solution.js': `mistake ${index}` },
  })),
  scenarios: '',
  expectations: '',
  tests: [],
});

const exercises = [1, 2, 3, 4, 5].map(exercise);
const now = new Date('2030-05-01T12:00:00Z');
const plans = PERSONAS.map((persona, index) => planStudent(persona, index, exercises, now));

describe('the plan of the demo', () => {
  test('has 24 students, some of whom have not begun', () => {
    expect(plans).toHaveLength(24);
    expect(plans.filter((plan) => plan.length === 0)).toHaveLength(3);
  });

  test('goes forward in time and ends before now', () => {
    for (const plan of plans) {
      const times = plan.map(({ createdAt }) => createdAt.getTime());
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(times.every((time) => time < now.getTime())).toBe(true);
    }
  });

  test('numbers the submissions to each exercise 1, 2, … and never hands the same code in twice running', () => {
    for (const plan of plans) {
      for (const index of exercises.keys()) {
        const handedIn = plan.filter(({ kind, exercise: of }) => kind === 'submission' && of === index);
        expect(handedIn.map(({ number }) => number)).toEqual(handedIn.map((_, at) => at + 1));
        const codes = handedIn.map(({ files }) => JSON.stringify(files));
        expect(codes.every((code, at) => code !== codes[at - 1])).toBe(true);
      }
    }
  });

  test('hands in one file at a time', () => {
    expect(plans.flat().every(({ files }) => Object.keys(files).length === 1)).toBe(true);
  });

  test('is the same for the same now', () => {
    expect(PERSONAS.map((persona, index) => planStudent(persona, index, exercises, now))).toEqual(plans);
  });
});
