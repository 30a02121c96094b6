// What /proc tells of a process: who it started, its memory, its processor time. Nothing on platforms without it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Ticks per second of the times in /proc; the same on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;

/** The last in the chain of processes that each started one: the program inside its wrappers. */
export function innermostOf(pid: number): number {
  const child = childOf(pid);
  return child === undefined ? pid : innermostOf(child);
}

function childOf(pid: number): number | undefined {
  const file = `/proc/${pid}/task/${pid}/children`;
  if (existsSync(file)) return Number(read(file).split(' ')[0]) || undefined;
  // A kernel may be built without that list.
  return runningPids().find((candidate) => Number(statFields(candidate)[1]) === pid);
}

function runningPids(): number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

/** Of /proc/<pid>/stat, from the third on: state, parent, …; the name before them may hold spaces and parentheses. */
function statFields(pid: number): string[] {
  const stat = read(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/** Resident memory in MiB; 0 where the platform does not tell. */
export function readRssMiB(pid: number): number {
  const [, kibibytes = '0'] = /^VmRSS:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`)) ?? [];
  return Number(kibibytes) / 1024;
}

/** Processor time that a process has used, in its own code and in the kernel's; `undefined` where the platform does not tell. */
export function readCpuMs(pid: number): number | undefined {
  const fields = statFields(pid); // the 14th and the 15th of all
  const ticks = Number(fields[11]) + Number(fields[12]);
  return Number.isFinite(ticks) ? (ticks * 1000) / TICKS_PER_SECOND : undefined;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
