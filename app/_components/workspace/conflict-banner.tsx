import type { ReactElement } from 'react';
import { Button } from '../ui/button.tsx';

type ConflictBannerProps = { theirs: string; onDecide: (answer: 'keep-mine' | 'take-theirs') => void };

/** Two versions of one draft: the student says which one counts. Taking theirs can be undone. */
export function ConflictBanner({ theirs, onDecide }: ConflictBannerProps): ReactElement {
  return (
    <div role="alert" className="grid gap-2 border-b border-warn bg-warn/10 px-3 py-2">
      <p>
        This exercise was changed elsewhere, in another tab or on another device. Nothing has been
        overwritten.
      </p>
      <details className="text-xs">
        <summary className="min-h-6 cursor-pointer">Show their version</summary>
        <pre className="max-h-48 overflow-auto rounded-md bg-surface p-2 font-mono">{theirs}</pre>
      </details>
      <div className="flex gap-2">
        <Button onClick={() => onDecide('keep-mine')}>Keep mine</Button>
        <Button onClick={() => onDecide('take-theirs')}>Take theirs</Button>
      </div>
    </div>
  );
}
