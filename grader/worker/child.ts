// The process that runs student code. It has an empty environment, no credentials, one job at a time; its parent watches
// its time and memory and believes nothing it says without checking. Started by pool.ts with the bundles as first message.
import { readGuestBundles, readSnapshots, type GuestPrograms } from '../sandbox/guest-files.ts';
import type { FromChild, ToChild } from './messages.ts';
import { makeSession, type Session } from './session.ts';

let session: Session | undefined;

/** Synchronous on a pipe: a result is out before the next test can hang the process. */
function send(message: FromChild): void {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}

function perform(job: ToChild): void {
  if (session === undefined) throw new Error('a job came before the bundles');
  switch (job.type) {
    case 'grade':
      return session.grade(job, send);
    case 'run':
      return session.run(job, send);
    case 'describe':
      return session.describe(job, send);
    default:
      return job satisfies never;
  }
}

function receive(message: ToChild | ({ type: 'bundles' } & GuestPrograms)): void {
  if (message.type === 'bundles') {
    session = makeSession(readGuestBundles(message.bundles), readSnapshots(message.snapshotFiles));
    session.prepare();
    return send({ type: 'ready' });
  }
  try {
    perform(message);
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    send({ type: 'fault', jobId: message.jobId, message: text.slice(0, 5000) });
  }
  setImmediate(() => session?.prepare());
}

let unfinished = '';
process.stdin.setEncoding('utf8');
process.stdin.on('data', (chunk: string) => {
  const lines = (unfinished + chunk).split('\n');
  unfinished = lines.pop() ?? '';
  for (const line of lines) receive(JSON.parse(line) as ToChild);
});
// The parent is gone: nobody would read a result.
process.stdin.on('end', () => process.exit(0));
