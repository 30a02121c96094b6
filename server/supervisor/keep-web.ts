import { keepRunning } from './keep-running.ts';
import type { Kept } from './keep-running.ts';
import { makeRelay } from './relay.ts';
import type { ProcessGroup } from './process-group.ts';
import type { Say } from './steps.ts';
import { startWeb, webAnswers } from './web.ts';
import type { WebOptions } from './web.ts';

export type KeepWebOptions = Omit<WebOptions, 'onLine'> & {
  say: Say;
  keep: (group: ProcessGroup) => ProcessGroup;
};

export function keepWeb({ say, keep, ...options }: KeepWebOptions): Kept {
  const relay = makeRelay('web', say);
  let isReady = false;
  const onLine = (line: string) => {
    if (isReady) relay(line);
  };
  return keepRunning({
    name: 'web server',
    start: () => keep(startWeb({ ...options, onLine })),
    isReady: async () => (isReady = await webAnswers(options.env)),
    say,
  });
}
