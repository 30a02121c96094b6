import { startGrader } from './grader.ts';
import type { GraderOptions } from './grader.ts';
import { keepRunning } from './keep-running.ts';
import type { Kept } from './keep-running.ts';
import { makeRelay } from './relay.ts';
import type { ProcessGroup } from './process-group.ts';
import type { Say } from './steps.ts';

export type KeepGraderOptions = Omit<GraderOptions, 'onLine'> & {
  say: Say;
  keep?: (group: ProcessGroup) => ProcessGroup;
  waitsForChange?: boolean;
};

export function keepGrader({
  say,
  keep = (group) => group,
  waitsForChange = false,
  ...options
}: KeepGraderOptions): Kept {
  const relay = makeRelay('grader', say);
  let isReady = false;
  const onLine = (line: string) => {
    if (line.startsWith('grader ready')) isReady = true;
    else if (isReady) relay(line);
  };
  const start = () => keep(startGrader({ ...options, onLine }));
  return keepRunning({ name: 'grader', start, isReady: () => isReady, say, waitsForChange });
}
