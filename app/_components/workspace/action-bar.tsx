import type { ReactElement, ReactNode } from 'react';
import { Button } from '../ui/button.tsx';

type ActionBarProps = {
  status: ReactNode;
  problems: number;
  isBusy: boolean;
  isReady: boolean;
  onRun: () => void;
  onSubmit: () => void;
};

/** Run and Submit, always in the same place. */
export function ActionBar(props: ActionBarProps): ReactElement {
  const { problems, isBusy, isReady } = props;
  return (
    <div className="flex min-h-12 shrink-0 items-center gap-2 border-t border-hairline bg-surface px-3 py-1.5">
      <p id="leave-editor" className="hidden text-xs text-muted lg:block">
        <kbd className="font-mono">Esc</kbd> then <kbd className="font-mono">Tab</kbd> leaves the editor
      </p>
      {problems > 0 && (
        <p className="hidden text-xs text-fail lg:block">
          ⚠&#xFE0E; {problems} {problems === 1 ? 'problem' : 'problems'} (<kbd className="font-mono">F8</kbd>)
        </p>
      )}
      <div className="min-w-0 flex-1 lg:hidden">{props.status}</div>
      <div className="ml-auto flex gap-2">
        <Button
          onClick={props.onRun}
          disabled={isBusy || !isReady}
          aria-keyshortcuts="Control+Enter Meta+Enter"
        >
          Run <Keys>Ctrl+⏎</Keys>
        </Button>
        <Button
          look="primary"
          onClick={props.onSubmit}
          disabled={isBusy || !isReady}
          aria-keyshortcuts="Control+Shift+Enter Meta+Shift+Enter"
        >
          Submit <Keys>Ctrl+Shift+⏎</Keys>
        </Button>
      </div>
    </div>
  );
}

function Keys({ children }: { children: string }): ReactElement {
  return (
    <kbd aria-hidden="true" className="hidden font-sans text-xs font-normal lg:inline">
      {children}
    </kbd>
  );
}
