import { assert, property } from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { toJunit } from '#grader/reports/junit.ts';
import type { GradeResult } from '#grader/recording/types.ts';
import { makeResult, makeTest, printing, results, timing, TROUBLE } from '#tests/fixtures/grade-results.ts';
import { anyText } from '#tests/helpers/any-text.ts';

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseAttributeValue: false,
  parseTagValue: false,
  trimValues: false,
  htmlEntities: true,
  isArray: (name) => name === 'testcase' || name === 'property',
});

const problemSchema = z.looseObject({ message: z.string(), type: z.string(), '#text': z.string() });
const caseSchema = z.strictObject({
  name: z.string(),
  classname: z.string(),
  time: z.string().regex(/^\d+\.\d{3}$/),
  file: z.string().optional(),
  line: z.string().optional(),
  properties: z.looseObject({ property: z.array(z.strictObject({ name: z.string(), value: z.string() })) }),
  failure: problemSchema.optional(),
  error: problemSchema.optional(),
  skipped: z.strictObject({ message: z.string() }).optional(),
  'system-out': z.string().optional(),
  'system-err': z.string().optional(),
  '#text': z.string().optional(),
});
const countsSchema = z.looseObject({
  tests: z.string(),
  failures: z.string(),
  errors: z.string(),
  skipped: z.string(),
  time: z.string(),
});
const reportSchema = z.looseObject({
  testsuites: countsSchema.extend({
    testsuite: countsSchema.extend({
      name: z.string(),
      timestamp: z.string(),
      testcase: z.array(caseSchema),
    }),
  }),
});

function read(result: GradeResult) {
  const xml = toJunit(result, timing);
  expect(XMLValidator.validate(xml)).toBe(true);
  const { testsuites } = reportSchema.parse(parser.parse(xml));
  return { suites: testsuites, suite: testsuites.testsuite, cases: testsuites.testsuite.testcase };
}

describe('what stands where', () => {
  test('failures are what the expectations say, errors are runs that did not get there', () => {
    const { cases } = read(results.failed);
    const kinds = cases.map((one) =>
      one.failure ? 'failure' : one.error ? 'error' : one.skipped ? 'skipped' : 'passed',
    );
    expect(kinds).toEqual(['failure', 'error', 'error', 'failure', 'skipped', 'passed']);
    expect(cases[0]?.failure?.type).toBe('started-late');
    expect(cases[1]?.error?.message).toMatch(/^Line 3 awaits a promise, which nothing settles/);
  });

  test('the counts are those of the cases, on the suite and on the whole', () => {
    const { suites, suite } = read(results.failed);
    const counts = { tests: '6', failures: '2', errors: '2', skipped: '1', time: '0.012' };
    expect(suites).toMatchObject(counts);
    expect(suite).toMatchObject({ ...counts, name: 'an-exercise', timestamp: '2026-05-04T03:02:01' });
  });

  test('time is real seconds, virtual milliseconds are a property', () => {
    const [late] = read(results.failed).cases;
    expect(late?.time).toBe('0.011');
    expect(late?.properties.property).toContainEqual({ name: 'virtualMs', value: '100' });
  });

  test('the line of the student, and all findings with their difference', () => {
    const [late] = read(results.failed).cases;
    expect(late).toMatchObject({ file: 'solution.ts', line: '7' });
    expect(late?.failure?.['#text']).toBe(
      'solution.ts:7:22 fetchUser(2) started at 200 ms. Expected: it starts at 0 ms.\nexpected 1 to be 2\n  - 1\n  + 2',
    );
  });

  test('when the code does not parse, every test is an error with that sentence', () => {
    const { suite, cases } = read(results.errored);
    expect(suite.errors).toBe('2');
    for (const one of cases) expect(one.error?.message).toContain('The code does not parse on line 2');
  });

  test('a fault of ours is an error of its own type', () => {
    expect(read(results.fault).cases[0]?.error?.type).toBe('grader-fault');
    expect(read(results.authorFault).cases[1]?.error?.type).toBe('expectation-failed-to-run');
  });

  test('console lines by stream', () => {
    const recording = printing('a test', [
      { text: 'one' },
      { text: 'two', level: 'error' },
      { text: 'three' },
    ]);
    const [only] = read(makeResult([makeTest()], {}, [recording])).cases;
    expect(only).toMatchObject({ 'system-out': 'one\nthree', 'system-err': 'two' });
  });
});

describe('any text survives, but for the characters that XML cannot hold', () => {
  const legal = (text: string): string =>
    text.replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}');

  function through(text: string): { name: string | undefined; printed: string | undefined } {
    const findings = [{ code: 'assertion', params: { message: text } }];
    const recording = printing(text, [{ text: `> ${text}` }]);
    const [only] = read(makeResult([makeTest({ name: text, findings })], {}, [recording])).cases;
    return { name: only?.name, printed: only?.['system-out'] };
  }

  const whole = (text: string): ReturnType<typeof through> => ({
    name: legal(text),
    printed: `> ${legal(text)}`,
  });

  test('the known troublemakers', () => {
    expect(through(TROUBLE)).toEqual(whole(TROUBLE));
  });

  test('random strings', () => {
    assert(
      property(anyText, (text) => {
        expect(through(`x${text}`)).toEqual(whole(`x${text}`));
      }),
      { numRuns: 100 },
    );
  });
});
