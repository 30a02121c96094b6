import type { ReactElement } from 'react';

/** Two calls that overlap: the mark of Interleave. */
export function Logo({ size = 20 }: { size?: number }): ReactElement {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden className="shrink-0">
      <rect x="1" y="3" width="12" height="4" rx="2" className="fill-link" />
      <rect x="5" y="8" width="14" height="4" rx="2" className="fill-microtask" />
      <rect x="3" y="13" width="8" height="4" rx="2" className="fill-pass" />
    </svg>
  );
}
