// Makes and disposes of bare isolates for as long as it is told: what a core gives to anything built on isolated-vm.
import { runBareIsolate } from './bare-isolate.ts';

export type ChurnRequest = { forMs: number };
export type Churned = { count: number; tookMs: number };

function churn({ forMs }: ChurnRequest): Churned {
  const startMs = performance.now();
  let count = 0;
  while (performance.now() - startMs < forMs) {
    runBareIsolate();
    count += 1;
  }
  return { count, tookMs: performance.now() - startMs };
}

process.on('message', (request: ChurnRequest) => process.send?.(churn(request)));
process.send?.({ ready: true });
