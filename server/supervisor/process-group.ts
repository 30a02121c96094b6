// A child process that leads a group of its own: what it starts can be stopped with it, and a Ctrl-C in the terminal
// reaches the supervisor alone, which stops things in order.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Lifetime } from './lifetimes.ts';

const LAST_LINES = 30;

export type GroupOptions = {
  /** Arguments for this same Node. */
  args: string[];
  cwd: string;
  environment: NodeJS.ProcessEnv;
  /** Written to standard input, which then stays open: its end tells the child that the supervisor is gone. */
  input?: string;
  onLine: (line: string) => void;
  /** Wall milliseconds between the request to stop and the kill. */
  graceMs: number;
};

export type ProcessGroup = Lifetime & {
  pid: number;
  /** Settles, never rejects, when the leader has ended: "exit code 1", "SIGKILL", or why it could not start. */
  ended: Promise<string>;
  hasEnded: () => boolean;
  /** The last lines it wrote. */
  lastLines: () => string[];
};

export function startGroup({ args, cwd, environment, input, onLine, graceMs }: GroupOptions): ProcessGroup {
  const child = spawn(process.execPath, args, {
    cwd,
    env: environment,
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      if (lines.length > LAST_LINES) lines.shift();
      onLine(line);
    });
  child.stdin.on('error', () => undefined); // it may end before it has read
  if (input !== undefined) child.stdin.write(input);
  let reason: string | null = null;
  let isSwept = false;
  const ended = new Promise<string>((resolve) => {
    child.once('error', ({ message }) => resolve((reason ??= message)));
    child.once('exit', (code, signal) => resolve((reason ??= signal ?? `exit code ${code}`)));
  });
  const pid = child.pid ?? 0;
  return {
    pid,
    ended,
    hasEnded: () => reason !== null,
    lastLines: () => lines.slice(),
    kill: () => {
      if (!isSwept) signalGroup(pid, 'SIGKILL');
    },
    stop: async () => {
      if (reason === null) signalGroup(pid, 'SIGTERM');
      const timer = setTimeout(() => signalGroup(pid, 'SIGKILL'), graceMs);
      await ended;
      clearTimeout(timer);
      if (!isSwept) signalGroup(pid, 'SIGKILL'); // what the leader has left of its group
      isSwept = true; // from here on the number may be another's
    },
  };
}

/** Every process of the group; a group that is gone is none of our business. */
export function signalGroup(pid: number, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (pid <= 1) return; // 0 and 1 would mean our own group, and everybody
  try {
    process.kill(-pid, signal);
  } catch {
    // already gone
  }
}
