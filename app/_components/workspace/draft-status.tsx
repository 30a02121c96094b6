import type { ReactElement } from 'react';
import type { DraftStatus } from './drafts/draft-state.ts';

type DraftStatusTextProps = { status: DraftStatus; isSubmitted: boolean };

/** Whether the code is safe, and where; and that saved is not handed in. */
export function DraftStatusText({ status, isSubmitted }: DraftStatusTextProps): ReactElement {
  return (
    <p role="status" className="truncate text-xs text-muted" data-draft={status.kind}>
      {wordsFor(status, isSubmitted)}
    </p>
  );
}

function wordsFor(status: DraftStatus, isSubmitted: boolean): string {
  switch (status.kind) {
    case 'saving':
      return 'Saving…';
    case 'saved':
      return isSubmitted ? 'Saved and submitted' : `Draft saved${timeOf(status.savedAt)}, not submitted`;
    case 'offline':
      return 'Offline, kept on this device';
    case 'refused':
      return `Not saved: ${status.message}`;
    case 'conflict':
      return 'Changed elsewhere';
    case 'untouched':
      break;
  }
  return isSubmitted ? 'Submitted' : '';
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

function timeOf(savedAt: string | null): string {
  return savedAt === null ? '' : ` ${clock.format(new Date(savedAt))}`;
}
