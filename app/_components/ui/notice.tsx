import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { classNames } from './class-names.ts';

export type NoticeKind = 'info' | 'pass' | 'warn' | 'fail';

const icons: Record<NoticeKind, LucideIcon> = {
  info: Info,
  pass: CircleCheck,
  warn: TriangleAlert,
  fail: CircleAlert,
};
const colours: Record<NoticeKind, string> = {
  info: 'border-l-link [&>svg]:text-link',
  pass: 'border-l-pass [&>svg]:text-pass',
  warn: 'border-l-warn [&>svg]:text-warn',
  fail: 'border-l-fail [&>svg]:text-fail',
};

type NoticeProps = { kind?: NoticeKind; live?: boolean; children: ReactNode };

/** A message beside what it is about. `live` reads it out when it appears after an action. */
export function Notice({ kind = 'info', live = false, children }: NoticeProps): ReactElement {
  const Icon = icons[kind];
  return (
    <div
      {...(live ? { role: kind === 'fail' ? 'alert' : 'status' } : {})}
      className={classNames(
        'flex gap-2.5 rounded-md border border-l-4 border-hairline bg-raised px-3 py-2 [&>svg]:mt-0.5 [&>svg]:shrink-0',
        colours[kind],
      )}
    >
      <Icon size={16} aria-hidden />
      <div className="min-w-0">{children}</div>
    </div>
  );
}
