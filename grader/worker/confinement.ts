// How a child process is shut in: programs of the platform that run the next one with fewer rights, as far as that goes
// without root. What each layer gives and costs: docs/sandbox.md.
import { existsSync } from 'node:fs';
import path from 'node:path';

export type ConfinementKind = 'bubblewrap' | 'limits' | 'none';

export type Confinement = {
  /** What the next child is shut in by. */
  readonly kind: ConfinementKind;
  /** The command line that runs `program` shut in; of the file system it sees `readable`, as far as the platform allows. */
  wrap(program: string[], readable: string[]): string[];
  /** A child got as far as loading its engine: what shuts it in works here. */
  onReady(): void;
  /** A child ended before that. Until one has been ready, the namespaces are taken to be the cause, and left out from now on. */
  onBootFailure(detail: string): void;
};

export type ConfinementOptions = {
  /** False leaves bubblewrap out even where it is installed. */
  bubblewrap?: boolean;
  /** Told, in one sentence, when bubblewrap is installed and does not work here. */
  log?: (sentence: string) => void;
};

/** Data segment, core files, open files and written files, as far as a user may limit its own children. */
const RESOURCE_LIMITS = ['--data=2684354560', '--core=0', '--nofile=64', '--fsize=0'];

/**
 * Namespaces of its own for processes, network, mounts and the rest; no capability; an environment of two variables; the end
 * with the parent's. Neither /proc nor /dev nor a program is in there.
 */
const BUBBLEWRAP = [
  '--unshare-all',
  '--die-with-parent',
  '--cap-drop',
  'ALL',
  '--clearenv',
  '--setenv',
  'TZ',
  'UTC',
  '--setenv',
  'MALLOC_ARENA_MAX',
  '1',
];

function find(program: string): string | undefined {
  return [`/usr/bin/${program}`, `/bin/${program}`].find((file) => existsSync(file));
}

export function makeConfinement({ bubblewrap = true, log }: ConfinementOptions = {}): Confinement {
  const programs = {
    prlimit: find('prlimit'),
    setpriv: find('setpriv'),
    bwrap: bubblewrap ? find('bwrap') : undefined,
  };
  let isProven = false;

  function wrap(program: string[], readable: string[]): string[] {
    const { prlimit, setpriv, bwrap } = programs;
    const limited = prlimit === undefined ? [] : [prlimit, ...RESOURCE_LIMITS, '--'];
    if (bwrap !== undefined) return [...limited, bwrap, ...BUBBLEWRAP, ...mounts(readable), '--', ...program];
    // The kernel kills the child when its parent dies, even in the midst of a loop that never reads its input's end.
    const bound = setpriv === undefined ? [] : [setpriv, '--pdeathsig', 'KILL', '--no-new-privs', '--'];
    return [...limited, ...bound, ...program];
  }

  return {
    get kind() {
      if (programs.bwrap !== undefined) return 'bubblewrap';
      return programs.prlimit === undefined ? 'none' : 'limits';
    },
    wrap,
    onReady() {
      isProven = true;
    },
    onBootFailure(detail) {
      if (isProven || programs.bwrap === undefined) return;
      programs.bwrap = undefined;
      log?.(
        `bubblewrap is installed, but a grader process does not start in it (${detail}); it is left out, and resource limits and Node's permissions remain.`,
      );
    },
  };
}

/** Everything at its own place, read only, and nothing else; the root that holds it can be written to by nobody. */
function mounts(readable: string[]): string[] {
  const needed = [process.execPath, ...sharedLibraries(), ...readable];
  const bound = needed.flatMap((file) => ['--ro-bind-try', file, file]);
  return [...bound, '--chdir', path.parse(process.execPath).root, '--remount-ro', '/'];
}

let libraries: string[] | undefined;

/** The shared libraries that this process has loaded: the child runs the same program. */
function sharedLibraries(): string[] {
  libraries ??= readReport().sharedObjects.filter((file) => file.startsWith('/'));
  return libraries;
}

function readReport(): { sharedObjects: string[] } {
  // Newer than its type.
  const report = process.report as typeof process.report & { excludeNetwork: boolean };
  const { excludeNetwork } = report;
  report.excludeNetwork = true; // looking up the names of open connections can take seconds
  try {
    return report.getReport() as { sharedObjects: string[] };
  } finally {
    report.excludeNetwork = excludeNetwork;
  }
}
