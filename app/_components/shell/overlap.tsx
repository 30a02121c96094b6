import type { ReactElement } from 'react';

type Call = { name: string; startMs: number; endMs: number };

const sequential: Call[] = [
  { name: 'getUser(7)', startMs: 0, endMs: 100 },
  { name: 'getOrders(7)', startMs: 100, endMs: 250 },
];
const parallel: Call[] = [
  { name: 'getUser(7)', startMs: 0, endMs: 100 },
  { name: 'getOrders(7)', startMs: 0, endMs: 150 },
];
const TOTAL_MS = 250;

/** The idea in one picture: the same two calls, one after the other and at once. */
export function Overlap(): ReactElement {
  return (
    <figure className="mt-12 rounded-lg border border-hairline bg-raised p-4 sm:p-6">
      <div className="grid gap-6 sm:grid-cols-2 sm:gap-8">
        <Lane title="One after the other" result="250 ms" calls={sequential} />
        <Lane title="At the same time" result="150 ms" calls={parallel} />
      </div>
      <figcaption className="mt-5 border-t border-hairline pt-4">
        <span className="font-medium">getOrders</span> started at 100 ms, after{' '}
        <span className="font-medium">getUser</span> finished. Both can start at 0 ms.
      </figcaption>
    </figure>
  );
}

function Lane({ title, result, calls }: { title: string; result: string; calls: Call[] }): ReactElement {
  return (
    <div>
      <p className="mb-3 flex justify-between">
        <span className="font-medium">{title}</span>
        <span className="font-mono text-muted">{result}</span>
      </p>
      <ul className="grid gap-2">
        {calls.map((call) => (
          <Bar key={call.name} call={call} />
        ))}
      </ul>
    </div>
  );
}

function Bar({ call }: { call: Call }): ReactElement {
  const percent = (ms: number): string => `${(ms / TOTAL_MS) * 100}%`;
  const colour = call.name.startsWith('getUser') ? 'fill-link' : 'fill-microtask';
  return (
    <li className="grid grid-cols-[7rem_1fr] items-center gap-3">
      <span className="font-mono text-[0.8125rem]">{call.name}</span>
      <svg width="100%" height="16" role="img" aria-label={`from ${call.startMs} to ${call.endMs} ms`}>
        <line x1="0" x2="100%" y1="8" y2="8" className="stroke-hairline" />
        <rect
          x={percent(call.startMs)}
          width={percent(call.endMs - call.startMs)}
          height="16"
          rx="3"
          className={colour}
        />
      </svg>
    </li>
  );
}
