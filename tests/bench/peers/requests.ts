// What every peer simulates requests with: three latencies on whatever `setTimeout` the peer has, and a log of starts and ends.
import type { Answer, Request } from '../work-item/solution/solution.ts';

export const ids = [1, 2, 3];
export const answers: Answer[] = ids.map((id) => ({ id, text: `answer ${id}` }));

const latenciesMs = [300, 100, 200];

export type Requests = { request: Request; log: string[] };

export function makeRequests({ failing }: { failing?: number } = {}): Requests {
  const log: string[] = [];
  let count = 0;
  const request: Request = async (id) => {
    const ms = latenciesMs[count] ?? 0;
    count += 1;
    log.push(`start ${id}`);
    return await new Promise((resolve, reject) => {
      setTimeout(() => {
        log.push(`end ${id}`);
        if (id === failing) reject(new Error(`no answer for ${id}`));
        else resolve({ id, text: `answer ${id}` });
      }, ms);
    });
  };
  return { request, log };
}
