// Each submission that reaches no limit, again and again, in two processes: the same verdict and the same recording every time.
import { createHash } from 'node:crypto';
import { makeGrader } from '#grader/index.ts';
import { loadHostileExercise, readCorpus } from './corpus.ts';
import type { GateResult } from './gate-result.ts';

const TIMES = 100;

export async function checkDeterminism(): Promise<GateResult> {
  const grader = makeGrader({ children: 2 });
  const misses: string[] = [];
  let count = 0;
  try {
    const exercise = await loadHostileExercise(grader);
    for (const { name, files } of readCorpus()) {
      const request = { exercise, files, seed: 1, tests: 'all' } as const;
      const first = await grader.grade(request);
      if (first.usage.resource !== undefined) continue;
      count += 1;
      const seen = new Set<string>();
      for (let time = 0; time < TIMES; time += 2) {
        const results = await Promise.all([grader.grade(request), grader.grade(request)]);
        for (const { verdict, recordings } of [first, ...results])
          seen.add(createHash('sha256').update(JSON.stringify({ verdict, recordings })).digest('hex'));
      }
      if (seen.size !== 1) misses.push(`${name}: ${seen.size} different results in ${TIMES} gradings`);
    }
  } finally {
    await grader.close();
  }
  return { figures: `${count} submissions, ${TIMES} times each`, misses };
}
