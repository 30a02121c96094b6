import { useState, type ReactElement, type ReactNode } from 'react';

/** One hint at a time; the next is there when it is asked for. */
export function Hints({ hints }: { hints: ReactNode[] }): ReactElement {
  const [shown, setShown] = useState(0);
  if (hints.length === 0) return <p className="p-4 text-muted">This exercise has no hints.</p>;
  return (
    <div className="grid gap-4 p-4">
      {shown === 0 && (
        <p className="text-muted">
          There are {hints.length} hints, from a nudge to nearly the answer. Try your own idea first; a run
          costs nothing.
        </p>
      )}
      <ol className="grid gap-4">
        {hints.slice(0, shown).map((hint, index) => (
          <li key={index} className="rounded-md border border-hairline p-3">
            <p className="mb-1 text-xs text-muted">
              Hint {index + 1} of {hints.length}
            </p>
            {hint}
          </li>
        ))}
      </ol>
      {shown < hints.length && (
        <button
          type="button"
          className="min-h-8 w-fit cursor-pointer rounded-md border border-line px-3 hover:bg-raised"
          onClick={() => setShown(shown + 1)}
        >
          Show hint {shown + 1} of {hints.length}
        </button>
      )}
    </div>
  );
}
