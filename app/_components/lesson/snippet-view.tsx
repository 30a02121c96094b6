'use client';
import { useState, type ReactElement } from 'react';
import type { Recording } from '#grader/recording/types.ts';
import { CodeLines } from '../editor/code-lines.tsx';
import type { CodeLine } from '../editor/code-tokens.ts';
import { Timeline } from '../timeline/timeline.tsx';
import type { TimelineView } from '../timeline/view.ts';

export type SnippetViewProps = {
  name: string;
  lines: CodeLine[];
  /** How its run went, in a sentence. */
  summary: string;
  recording: Recording;
  /** The error that ended it. */
  error?: string;
};

/** A snippet of a lesson: the code and what it printed on one side, its timeline on the other; lines point at each other. */
export function SnippetView({ name, lines, summary, recording, error }: SnippetViewProps): ReactElement {
  const [view, setView] = useState<TimelineView>(() => firstView(recording));
  const [codeLine, setCodeLine] = useState<number | null>(null);
  const [timelineLine, setTimelineLine] = useState<number | null>(null);
  return (
    <section
      aria-label={`Snippet ${name}`}
      className="grid overflow-hidden rounded-lg border border-hairline lg:grid-cols-2"
    >
      <div className="flex min-w-0 flex-col border-hairline lg:border-r">
        <CodeLines lines={lines} label={`Code of ${name}`} pointedLine={timelineLine} onPoint={setCodeLine} />
        <Output recording={recording} {...(error === undefined ? {} : { error })} />
      </div>
      <div className="min-w-0 border-hairline max-lg:border-t">
        <Timeline
          mine={recording}
          summary={summary}
          reference={null}
          outcome="not-run"
          view={view}
          onView={setView}
          pointedLine={codeLine}
          onPoint={setTimelineLine}
          onGoTo={(at) => setTimelineLine(at.line)}
        />
      </div>
    </section>
  );
}

/** What happens in a single moment is told by its order. */
function firstView({ virtualMs }: Recording): TimelineView {
  return { axis: virtualMs === 0 ? 'order' : 'time', form: 'bars' };
}

/** What it printed, each line with its virtual time. */
function Output({ recording, error }: Pick<SnippetViewProps, 'recording' | 'error'>): ReactElement {
  const printed = recording.timeline.marks.filter(({ kind }) => kind === 'console');
  return (
    <div className="mt-auto border-t border-hairline bg-raised px-3 py-2">
      <p className="text-xs text-muted">Output</p>
      {printed.length === 0 && error === undefined && <p className="text-muted">It prints nothing.</p>}
      {printed.length > 0 && (
        <ol className="font-mono text-sm">
          {printed.map(({ seq, text, virtualMs, level }) => (
            <li key={seq} className="flex items-baseline gap-3">
              <span
                className={`min-w-0 flex-1 break-words whitespace-pre-wrap ${level === 'error' ? 'text-fail' : ''}`}
              >
                {text}
              </span>
              <span className="shrink-0 text-xs text-muted tabular-nums">{virtualMs} ms</span>
            </li>
          ))}
        </ol>
      )}
      {error !== undefined && (
        <p className="font-mono text-sm break-words whitespace-pre-wrap text-fail">{error}</p>
      )}
    </div>
  );
}
