import { makeGrader } from './grader/index.ts';
import { readFileSync } from 'node:fs';
const g = makeGrader();
for (const f of process.argv.slice(2)) { const r = await g.run({ files: {'solution.js': readFileSync(f,'utf8')}, seed: 1 }); console.log(f, r.error, r.exitCode, JSON.stringify(r.recording.ended), r.recording.outcome.error?.name); }
await g.close();
