// What /proc tells of a process: who it started, its memory, its processor time. Nothing on platforms without it.
import { readFileSync } from 'node:fs';

/** Ticks per second of the times in /proc; the same on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;

/** The last in the chain of processes that each started one: the program inside its wrappers. */
export function innermostOf(pid: number): number {
  const child = Number(read(`/proc/${pid}/task/${pid}/children`).split(' ')[0]);
  return child > 0 ? innermostOf(child) : pid;
}

/** Resident memory in MiB; 0 where the platform does not tell. */
export function readRssMiB(pid: number): number {
  const [, kibibytes = '0'] = /^VmRSS:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`)) ?? [];
  return Number(kibibytes) / 1024;
}

/** Processor time that a process has used, in its own code and in the kernel's; `undefined` where the platform does not tell. */
export function readCpuMs(pid: number): number | undefined {
  const stat = read(`/proc/${pid}/stat`);
  // Fields 14 and 15; the name in field 2 may hold spaces and parentheses.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
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
