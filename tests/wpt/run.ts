// `npm run test:wpt -- <folder> [part of the checkout …] [--require <n>] [--failures] [--node]`: runs web platform tests that need
// no document in the grader's world and prints how many pass. `<folder>` is a checkout of web-platform-tests/wpt; nothing
// of it is kept here. Ends with 1 when fewer than `n` pass or a file cannot be run at all.
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { prepareGuestSources } from '#grader/sandbox/guest-bundle.ts';
import { readGuestBundles } from '#grader/sandbox/guest-files.ts';
import type { FromChild } from '#grader/worker/messages.ts';
import { makeSession, type Session } from '#grader/worker/session.ts';
import { drivers, makeProgram, needsDocument } from './program.ts';

type Result = { passed: number; total: number; failures: string[]; problem: string };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    require: { type: 'string', default: '0' },
    failures: { type: 'boolean', default: false },
    node: { type: 'boolean', default: false },
  },
});
const [root = '', ...parts] = positionals;
if (!existsSync(path.join(root, 'resources/testharness.js'))) {
  console.error(
    `"${root}" is no checkout of the web platform tests; expected resources/testharness.js in it`,
  );
  process.exit(2);
}

function findFiles(part: string): string[] {
  if (/\.(js|html)$/.test(part)) return [part];
  const pattern = `${part}/**/*{.any.js,.window.js,.html}`;
  const files = new Set([root, drivers].flatMap((folder) => globSync(pattern, { cwd: folder })));
  return [...files].toSorted();
}

function runFile(session: Session, file: string): Result {
  const messages: FromChild[] = [];
  const files = { 'solution.js': makeProgram(root, file) };
  session.run({ type: 'run', jobId: file, files, seed: 1, instruments: false }, (message) =>
    messages.push(message),
  );
  const [answer] = messages;
  if (answer?.type !== 'ran') return { ...nothing, problem: `answered "${answer?.type}"` };
  const lines = answer.recording.timeline.marks
    .filter(({ kind }) => kind === 'console')
    .map(({ text }) => text);
  return readResult(lines, describeEnd(answer));
}

function readResult(lines: string[], problem: string): Result {
  const summary = lines.findIndex((line) => line.startsWith('{"total":'));
  if (summary === -1) return { ...nothing, problem };
  const { status, ...counts } = JSON.parse(lines[summary] ?? '') as Result & { status: string };
  return { ...counts, failures: lines.slice(summary + 1), problem: status };
}
const nameOf = (failure: string): string => failure.split(': ', 1)[0] ?? '';
const nothing: Result = { passed: 0, total: 0, failures: [], problem: '' };

/** The same program in the Node that runs this. */
function runInNode(file: string): Result {
  const folder = mkdtempSync(path.join(tmpdir(), 'interleave-wpt-'));
  const program = path.join(folder, 'program.mjs');
  writeFileSync(program, makeProgram(root, file));
  const { stdout } = spawnSync(process.execPath, [program], { encoding: 'utf8', timeout: 10_000 });
  rmSync(folder, { recursive: true });
  return readResult(stdout.split('\n'), 'ended before its tests were complete');
}

function describeEnd({ recording }: Extract<FromChild, { type: 'ran' }>): string {
  const { outcome, ended } = recording;
  const error = outcome.kind === 'threw' ? JSON.stringify(outcome.error).slice(0, 200) : '';
  return `ended as ${JSON.stringify(ended)} before its tests were complete ${error}`;
}

type Sum = { passed: number; total: number; onlyInNode: number; unrunnable: number; needDocument: number };

const session = makeSession(readGuestBundles(await prepareGuestSources()));
const all: Sum = { passed: 0, total: 0, onlyInNode: 0, unrunnable: 0, needDocument: 0 };
for (const part of parts) {
  const sum = { ...all, passed: 0, total: 0, onlyInNode: 0 };
  for (const file of findFiles(part)) {
    if (needsDocument(root, file)) all.needDocument += 1;
    else addFile(sum, file);
  }
  console.log(
    `${describeCount(sum)}  ${part} in all${values.node ? `; Node alone: ${sum.onlyInNode}` : ''}\n`,
  );
  for (const key of ['passed', 'total', 'onlyInNode'] as const) all[key] += sum[key];
}
const { passed, total, unrunnable, needDocument } = all;
console.log(
  `${passed} of ${total} pass; ${unrunnable} files could not be run; ${needDocument} need a document`,
);
if (values.node) console.log(`${all.onlyInNode} more pass in Node`);
if (passed < Number(values.require)) process.exitCode = 1;

function describeCount({ passed: count, total: of }: { passed: number; total: number }): string {
  return `${count}/${of}`.padStart(11);
}

/** Runs a file, prints what came of it and adds it to the sum of its part. */
function addFile(sum: Sum, file: string): void {
  const result = runFile(session, file);
  const inNode = values.node ? runInNode(file) : undefined;
  const known = new Set(inNode?.failures.map(nameOf));
  const isOurs = (failure: string): boolean => inNode?.total !== 0 && !known.has(nameOf(failure));
  const ours = result.failures.filter(isOurs);
  sum.passed += result.passed;
  sum.total += result.total;
  if (inNode !== undefined) sum.onlyInNode += ours.length;
  if (result.total === 0) all.unrunnable += 1;
  console.log(`${describeCount(result)}  ${file}${result.problem && `  (${result.problem})`}`);
  if (inNode !== undefined && inNode.passed !== result.passed)
    console.log(`${describeCount(inNode)}  in Node  ${inNode.problem}`);
  if (values.failures) for (const failure of ours) console.log(`             ${failure}`);
}
