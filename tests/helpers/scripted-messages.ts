// Conversations of a child that was taken over, for fuzzing the parent: a valid one, spoiled in ways that a list of faults
// names. None holds a pass, so no way of spoiling may make the submission pass.
import * as fc from 'fast-check';
import { limits, type Grader } from '#grader/index.ts';
import type { GradeResult } from '#grader/recording/types.ts';
import { gradeResultSchema } from '#grader/reports/schemas.ts';
import type { Script } from '#tests/fixtures/scripted-child.ts';

/** An exercise that is never run: its child only talks. */
export const twoTests = {
  id: 'two',
  contentHash: 'two',
  scenarios: '',
  expectations: '',
  tests: [
    { name: 'one', hidden: false },
    { name: 'two', hidden: false },
  ],
};

const recording = {
  test: 'forged',
  ended: { kind: 'returned' },
  outcome: { kind: 'returned', value: 'right' },
  timeline: { spans: [], marks: [] },
  leftBehind: [],
  pendingWaits: [],
  virtualMs: 0,
  maximumInFlight: 0,
  longestBlockMs: 0,
  instrumented: true,
};

type Message = { [field: string]: unknown };

function testMessage(index: number, outcome: 'passed' | 'failed'): Message {
  const findings = outcome === 'passed' ? [] : [{ code: 'assertion', params: { message: 'no' } }];
  return { type: 'test', jobId: '@job@', index, recording, judgement: { outcome, findings } };
}

const done: Message = { type: 'done', jobId: '@job@', isolateMs: 1 };

/** What an honest child says. */
export function honestScript(outcome: 'passed' | 'failed'): Script {
  return toScript([testMessage(0, 'passed'), testMessage(1, outcome), done].map(toLine), 'stay');
}

type Line = { bytes: Buffer; count: number; afterMs: number };

function toLine(message: unknown): Line {
  return { bytes: Buffer.from(`${JSON.stringify(message)}\n`), count: 1, afterMs: 0 };
}

function toScript(lines: Line[], end: Script['end']): Script {
  return { writes: lines.map((line) => ({ ...line, bytes: line.bytes.toString('base64') })), end };
}

type Fault = (lines: Line[]) => Line[];

const at = fc.nat(20);
const pick = (lines: Line[], index: number): number => index % Math.max(1, lines.length);

function change(index: number, edit: (line: Line) => Line): Fault {
  return (lines) => lines.map((line, each) => (each === pick(lines, index) ? edit(line) : line));
}

function editBytes(index: number, edit: (bytes: Buffer) => Buffer): Fault {
  return change(index, (line) => ({ ...line, bytes: edit(line.bytes) }));
}

/** Sets a field somewhere in the message; the text is left alone where it is no JSON any more. */
function setField(index: number, path: string[], value: unknown): Fault {
  return editBytes(index, (bytes) => {
    try {
      const message = JSON.parse(bytes.toString()) as Message;
      let holder: unknown = message;
      for (const name of path.slice(0, -1)) holder = (holder as Message)[name];
      Object.defineProperty(holder, path.at(-1) ?? '', { value, enumerable: true, configurable: true });
      return Buffer.from(`${JSON.stringify(message)}\n`);
    } catch {
      return bytes;
    }
  });
}

const paths = [
  ['type'],
  ['jobId'],
  ['recording'],
  ['recording', 'ended', 'kind'],
  ['recording', 'outcome', 'value'],
  ['recording', 'timeline', 'spans'],
  ['recording', 'virtualMs'],
  ['judgement'],
  ['judgement', 'findings'],
  ['resource'],
  ['isolateMs'],
  ['extra'],
  ['__proto__'],
  ['constructor'],
];
const strange = fc.oneof(
  fc.constantFrom('', 'ready', 'test', 'done', 'errored', 'fault', 'ran', 'described', '__proto__', 'toString', '@job@', '\u0000', '\ud800', '\u2028', 'x'.repeat(5000)),
  fc.constantFrom(-1, 2, 1e308, 0.5, null, true, -0),
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom({ t: 'ref', id: 9 }, { t: 'map', id: 0, entries: [[]] }, { kind: 'limit', limit: 'mercy' }),
); // prettier-ignore
const insertions = [[0], [0xff], [0xc3, 0x28], [0xed, 0xa0, 0x80], [0xef, 0xbb, 0xbf], [13], [10], [0x7b]];
const openings = ['[', '{"a":', '{"type":"test","recording":', '{"t":"array","id":0,"items":['];

const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc.tuple(at, fc.nat(400)).map(([index, length]) => editBytes(index, (bytes) => bytes.subarray(0, length))),
  at.map((index): Fault => (lines) => lines.filter((_, each) => each !== pick(lines, index))),
  fc.tuple(at, at).map(
    ([from, to]): Fault =>
      (lines) =>
        lines.toSpliced(pick(lines, to), 0, ...lines.slice(pick(lines, from), pick(lines, from) + 1)),
  ),
  fc.tuple(at, fc.constantFrom(...paths), strange).map(([index, path, value]) => setField(index, path, value)),
  fc.tuple(at, fc.nat(400), fc.constantFrom(...insertions)).map(([index, offset, bytes]) =>
    editBytes(index, (line) =>
      Buffer.concat([line.subarray(0, offset), Buffer.from(bytes), line.subarray(offset)]),
    ),
  ),
  fc.tuple(at, fc.integer({ min: 1, max: 120 })).map(([index, afterMs]) => change(index, (line) => ({ ...line, afterMs }))),
  fc.tuple(at, fc.constantFrom(2, 50, 3000)).map(([index, count]) => change(index, (line) => ({ ...line, count }))),
  fc.tuple(at, fc.constantFrom(...openings), fc.constantFrom(100, 20_000, 150_000)).map(
    ([index, opening, count]): Fault =>
      (lines) =>
        lines.toSpliced(pick(lines, index), 0, { bytes: Buffer.from(opening), count, afterMs: 0 }),
  ),
); // prettier-ignore

/** A conversation with one to four faults. */
export const spoiledScript: fc.Arbitrary<Script> = fc
  .record({
    faults: fc.array(fault, { minLength: 1, maxLength: 4 }),
    // Silence costs the whole limit: seldom.
    end: fc.oneof(
      { weight: 1, arbitrary: fc.constant('stay' as const) },
      { weight: 9, arbitrary: fc.constantFrom('exit' as const, 'SIGKILL' as const, 'SIGSEGV' as const) },
    ),
  })
  .map(({ faults, end }) => {
    const lines = [testMessage(0, 'failed'), testMessage(1, 'failed'), done].map(toLine);
    return toScript(
      faults.reduce((spoiled, spoil) => spoil(spoiled), lines),
      end,
    );
  });

const GRACE_MS = 1000;

export async function converse(grader: Grader, script: Script): Promise<GradeResult> {
  const files = { 'solution.js': JSON.stringify(script) };
  return await grader.grade({ exercise: twoTests, files, seed: 1, tests: 'all' });
}

/** @throws Error when the conversation passes, hangs, yields no verdict or spoils the grader for the next one. */
export async function checkSpoiled(grader: Grader, script: Script): Promise<void> {
  const startMs = performance.now();
  const result = await converse(grader, script);
  const wallMs = performance.now() - startMs;
  const parsed = gradeResultSchema.safeParse(result);
  if (!parsed.success) throw new Error(`a verdict of the wrong shape: ${parsed.error.message}`);
  const { verdict } = result;
  if (verdict.outcome === 'passed' || verdict.tests.some(({ outcome }) => outcome === 'passed'))
    throw new Error(`passed: ${JSON.stringify(verdict)}`);
  if (wallMs > limits.wallSubmissionLimitMs + GRACE_MS) throw new Error(`took ${Math.round(wallMs)} ms`);
  const after = await converse(grader, honestScript('passed'));
  if (after.verdict.outcome !== 'passed') throw new Error(`the next one: ${JSON.stringify(after.verdict)}`);
}

/** @throws Error with seed, path and conversation of the first that does not hold. */
export async function fuzzMessages(grader: Grader, numRuns: number, seed: number): Promise<void> {
  const holds = async (script: Script): Promise<void> => await checkSpoiled(grader, script);
  // Shrinking would take as many processes again and again; the seed and the path replay the one that failed.
  await fc.assert(fc.asyncProperty(spoiledScript, holds), { seed, numRuns, endOnFailure: true });
}
