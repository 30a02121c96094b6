// Runs one program in the grader, with and without instrumentation, and in Node; says where they differ.
import type { Grader } from '#grader/index.ts';
import type { NodeOracle, NodeResult, ProgramResult } from './node-oracle.ts';

/** Printing more than a recording keeps is no disagreement about order. */
const LINE_LIMIT = 400;

export type Graders = { instrumented: Grader; plain: Grader };

export type Comparison =
  | { kind: 'agreed' }
  /** The program shows nothing: its order is chance in Node, or it prints more than a recording keeps. */
  | { kind: 'skipped' }
  | { kind: 'disagreed'; text: string };

export async function compare(source: string, oracle: NodeOracle, graders: Graders): Promise<Comparison> {
  const expected = await oracle.run(source);
  if (expected.hasTie || expected.output.split('\n').length > LINE_LIMIT) return { kind: 'skipped' };
  for (const [kind, grader] of Object.entries(graders)) {
    const actual = await runInGrader(source, grader);
    if (isEqual(expected, actual)) continue;
    const parts = [
      `--- program\n${source}`,
      `--- Node\n${show(expected)}`,
      `--- Interleave (${kind})\n${show(actual)}`,
    ];
    return { kind: 'disagreed', text: parts.join('\n') };
  }
  return { kind: 'agreed' };
}

async function runInGrader(source: string, grader: Grader): Promise<ProgramResult> {
  const { lines, exitCode, virtualMs, error } = await grader.run({
    files: { 'solution.js': source },
    seed: 1,
  });
  const stdout = lines.filter(({ stream }) => stream === 'stdout').map(({ text }) => `${text}\n`);
  return { output: stdout.join(''), exitCode, virtualMs, ...(error === undefined ? {} : { error }) };
}

function isEqual(expected: NodeResult, actual: ProgramResult): boolean {
  if (expected.exitCode !== actual.exitCode) return false;
  // When a module fails, Node's loader needs four or five microtasks to end the program; V8 then runs no more of them. Ours
  // runs all that are left.
  if (expected.hasFailedToLoad) return actual.output.startsWith(expected.output);
  return expected.output === actual.output && expected.virtualMs === actual.virtualMs;
}

function show({ output, exitCode, virtualMs, error }: ProgramResult): string {
  return `${output}exit ${exitCode} after ${virtualMs} virtual ms${error === undefined ? '' : `\n${error}`}`;
}
