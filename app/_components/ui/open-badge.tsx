import type { ReactElement } from 'react';

/** Stands wherever the verdict of an open exercise is shown: it was not judged apart from the student's code. */
export function OpenBadge(): ReactElement {
  return (
    <span className="w-fit rounded-sm border border-hairline px-1.5 py-0.5 text-xs font-normal text-muted">
      open: the spec runs beside the student’s code
    </span>
  );
}
