// The real product for tests: server/entry.js as `npm start` runs it, on a free port, with a data folder of its own.
import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
/** The first start of a changed checkout builds. */
const READY_MS = 300_000;

export type AppOptions = {
  command?: 'start' | 'dev' | 'build' | 'grader';
  args?: string[];
  /** Settings beside PORT, INTERLEAVE_HOST and INTERLEAVE_DATA. */
  settings?: Record<string, string>;
  /** A data folder that outlives this start; without one it is a temporary folder. */
  dataFolder?: string;
};

/** What a command printed and how it ended. */
export type Ended = { code: number | null; signal: NodeJS.Signals | null; output: string };

export type AppProcess = {
  pid: number;
  output: () => string;
  send: (signal: NodeJS.Signals) => void;
  ended: Promise<Ended>;
  /** Resolves with the text printed so far once it has what is looked for; rejects when the process ends first. */
  prints: (pattern: RegExp) => Promise<string>;
};

export type App = AppProcess & {
  baseUrl: string;
  /** Null once an administrator has been made. */
  setupToken: string | null;
  dataFolder: string;
  /** Ctrl-C, and the wait for its end; also removes a temporary data folder. */
  stop: () => Promise<Ended>;
};

/** Starts the product and waits until it says that it is ready. */
export async function startApp(options: AppOptions = {}): Promise<App> {
  const port = await findFreePort();
  const dataFolder = options.dataFolder ?? (await makeDataFolder());
  const settings = {
    PORT: String(port),
    INTERLEAVE_HOST: '127.0.0.1',
    INTERLEAVE_DATA: dataFolder,
    ...options.settings,
  };
  const started = runApp({ ...options, settings });
  const output = await started.prints(/^Stop with Ctrl-C/m);
  return {
    ...started,
    baseUrl: `http://localhost:${settings.PORT}`,
    setupToken: /^Set-up token:\s+(\S+)/m.exec(output)?.[1] ?? null,
    dataFolder,
    stop: async () => {
      started.send('SIGINT');
      const ended = await started.ended;
      if (options.dataFolder === undefined) await rm(dataFolder, { recursive: true, force: true });
      return ended;
    },
  };
}

/** Runs one of the commands with these settings and nothing of the test's own environment but PATH and HOME. */
export function runApp({ command = 'start', args = [], settings = {} }: AppOptions): AppProcess {
  const child = spawn(process.execPath, [path.join(root, 'server/entry.js'), command, ...args], {
    cwd: root,
    env: { NODE_ENV: 'test', PATH: process.env['PATH'], HOME: process.env['HOME'], ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const onText = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      onText.forEach((look) => look());
    });
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal, output: text }));
  });
  return {
    pid: child.pid ?? 0,
    output: () => text,
    send: (signal) => child.kill(signal),
    ended,
    prints: async (pattern) => {
      const found = Promise.withResolvers<string>();
      const look = () => {
        if (pattern.test(text)) found.resolve(text);
      };
      onText.add(look);
      look();
      const timer = setTimeout(
        () => found.reject(new Error(`not printed in time: ${pattern}\n${text}`)),
        READY_MS,
      );
      void ended.then(() => found.reject(new Error(`ended without printing ${pattern}:\n${text}`)));
      try {
        return await found.promise;
      } finally {
        clearTimeout(timer);
        onText.delete(look);
      }
    },
  };
}

/** As root the database runs as `nobody`, who must be able to pass. */
export async function makeDataFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'interleave-app-'));
  await chmod(folder, 0o755);
  return folder;
}

export async function findFreePort(): Promise<number> {
  const server = createServer();
  const { promise, resolve } = Promise.withResolvers<number>();
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    server.close(() => resolve(port));
  });
  return await promise;
}
