// Reads TAP 14 strictly, line by line after the grammar of its specification: what no rule allows is an error.
import { parse } from 'yaml';

export type TestPoint = {
  ok: boolean;
  number: number;
  description: string;
  skip?: string;
  diagnostics?: { [key: string]: unknown };
};
export type Tap = { plan: number; points: TestPoint[]; comments: string[]; bailOut?: string };

/** @throws Error with the line that the grammar does not allow. */
export function readTap(text: string): Tap {
  const [version, plan, ...body] = text.split('\n');
  if (version !== 'TAP version 14') throw new Error(`expected the version, not ${JSON.stringify(version)}`);
  const planned = /^1\.\.(\d+)$/.exec(plan ?? '');
  if (planned === null) throw new Error(`expected the plan, not ${JSON.stringify(plan)}`);
  if (body.pop() !== '') throw new Error('expected a line feed at the end');
  const tap: Tap = { plan: Number(planned[1]), points: [], comments: [] };
  let block: string[] | null = null;
  for (const line of body) {
    if (block !== null) block = readYamlLine(line, block, tap);
    else if (line === '  ---') block = [];
    else if (line.startsWith('#')) tap.comments.push(line);
    else readLine(line, tap);
  }
  if (block !== null) throw new Error('a block of diagnostics has no end');
  if (tap.bailOut === undefined && tap.points.length !== tap.plan) throw new Error('the plan is not kept');
  return tap;
}

function readYamlLine(line: string, block: string[], tap: Tap): string[] | null {
  if (line !== '  ...') {
    if (!line.startsWith('  ')) throw new Error(`not indented: ${JSON.stringify(line)}`);
    return [...block, line.slice(2)];
  }
  const point = tap.points.at(-1);
  if (point === undefined || point.diagnostics !== undefined) throw new Error('diagnostics of no test');
  point.diagnostics = parse(block.join('\n')) as { [key: string]: unknown };
  return null;
}

function readLine(line: string, tap: Tap): void {
  if (tap.bailOut !== undefined) throw new Error(`after the end: ${JSON.stringify(line)}`);
  const bailOut = /^Bail out! (.+)$/.exec(line);
  if (bailOut !== null) {
    tap.bailOut = bailOut[1] ?? '';
    return;
  }
  // A `#` that no backslash escapes begins the directive.
  const point = /^(not )?ok (\d+) - ((?:[^\\#]|\\[\\#])*?)(?: # SKIP (.+))?$/.exec(line);
  if (point === null) throw new Error(`no rule allows ${JSON.stringify(line)}`);
  const [, not, number, description = '', skip] = point;
  if (Number(number) !== tap.points.length + 1) throw new Error(`out of order: ${JSON.stringify(line)}`);
  tap.points.push({
    ok: not === undefined,
    number: Number(number),
    description: unescape(description),
    ...(skip === undefined ? {} : { skip: unescape(skip) }),
  });
}

function unescape(text: string): string {
  return text.replaceAll(/\\([\\#])/g, '$1');
}
