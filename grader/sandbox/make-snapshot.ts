// A program of its own: reads the recorder's bundle from standard input, writes a snapshot of the world to the file named by
// its argument. Making a snapshot has no time limit and may abort the process: the caller holds the deadline.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import path from 'node:path';
import { snapshotMark } from './guest-files.ts';
import { createIsolate, makeSnapshot } from './isolate.ts';

const [, , file = ''] = process.argv;
const bundle = await text(process.stdin);
const snapshot = makeSnapshot(bundle);
// What cannot be read back is not kept.
using isolate = createIsolate({ memoryLimitMiB: 64, snapshot });
const crossing = isolate.createContext().openWorld(bundle).call('isReady');
if (crossing.threw || crossing.value !== false) throw new Error('the snapshot does not hold a world');
mkdirSync(path.dirname(file), { recursive: true });
const unfinished = `${file}.${process.pid}`;
const bytes = new Uint8Array(snapshot);
writeFileSync(unfinished, Buffer.concat([snapshotMark(bytes), bytes]));
renameSync(unfinished, file);
