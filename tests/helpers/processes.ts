// Who runs: for tests that must leave nobody behind. Linux.
import { readFileSync, readdirSync } from 'node:fs';
import { findProcess } from '#server/process-identity.ts';
import type { ProcessIdentity } from '#server/process-identity.ts';

/** A process and all that it has started, directly or not. */
export function familyOf(pid: number): ProcessIdentity[] {
  const parents = new Map(runningPids().map((candidate) => [candidate, parentOf(candidate)]));
  const family = new Set([pid]);
  for (let size = 0; size !== family.size;) {
    size = family.size;
    for (const [child, parent] of parents) if (family.has(parent)) family.add(child);
  }
  return [...family].map(findProcess).filter((found) => found !== null);
}

/** The one child of a process whose command line has this in it. */
export function childOf(pid: number, pattern: RegExp): number {
  const found = runningPids().filter(
    (candidate) => parentOf(candidate) === pid && pattern.test(commandOf(candidate)),
  );
  if (found[0] === undefined || found.length > 1)
    throw new Error(`${found.length} children match ${pattern}`);
  return found[0];
}

function runningPids(): number[] {
  return readdirSync('/proc').map(Number).filter(Number.isInteger);
}

function parentOf(pid: number): number {
  const stat = read(`/proc/${pid}/stat`);
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

function commandOf(pid: number): string {
  return read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
