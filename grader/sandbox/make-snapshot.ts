// A program of its own: reads a bundle from standard input, writes a snapshot of it to a file; its arguments are the bundle's
// name and the file. Making a snapshot has no time limit and may abort the process: the caller holds the deadline.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import path from 'node:path';
import { snapshotMark, type DoorName } from './guest-files.ts';
import { createIsolate, makeSnapshot } from './isolate.ts';
import { warmUps } from './warm-up.ts';

const [, , name, file = ''] = process.argv as string[] & { 2: DoorName };
const bundle = await text(process.stdin);
const { script, probe, answer } = warmUps[name];
const snapshot = makeSnapshot(bundle, name, script);
// What cannot be read back is not kept.
using isolate = createIsolate({ memoryLimitMiB: 64, snapshot });
const crossing = isolate
  .createContext()
  .openDoor(() => bundle)
  .call(probe);
if (crossing.threw || crossing.value !== answer) throw new Error(`the snapshot does not hold the ${name}`);
mkdirSync(path.dirname(file), { recursive: true });
const unfinished = `${file}.${process.pid}`;
const bytes = new Uint8Array(snapshot);
writeFileSync(unfinished, Buffer.concat([snapshotMark(bytes), bytes]));
renameSync(unfinished, file);
