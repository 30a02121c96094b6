import Link from 'next/link';
import type { ReactElement } from 'react';
import type { CatalogueItem, CatalogueTrack } from '#app/_data/catalogue.ts';
import { StatusGlyph } from '../ui/status.tsx';

export type TrackProgress = { passed: number; exercises: number };

export function progressOf(items: CatalogueItem[]): TrackProgress {
  const exercises = items.filter((item) => item.kind === 'exercise');
  return {
    passed: exercises.filter(({ progress }) => progress.status === 'passed').length,
    exercises: exercises.length,
  };
}

/** "3 of 8 passed"; a track of lessons alone has nothing to pass. */
export function progressText({ passed, exercises }: TrackProgress): string {
  return exercises === 0 ? 'to read' : `${passed} of ${exercises} passed`;
}

/** All tracks at a glance. Their order is advice: each can be opened. */
export function TrackMap({ tracks }: { tracks: CatalogueTrack[] }): ReactElement {
  return (
    <nav aria-label="Tracks" className="mb-8">
      <ol className="grid gap-2 sm:grid-cols-2 lg:grid-cols-4">
        {tracks.map((track, index) => (
          <li key={track.id}>
            <Link
              href={`/tracks/${track.id}`}
              className="flex h-full flex-col gap-1.5 rounded-lg border border-hairline bg-raised px-3 py-2.5 text-text no-underline hover:border-line"
            >
              <span className="flex items-baseline gap-2">
                <span className="text-xs text-muted tabular-nums">{index + 1}</span>
                <span className="flex-1 font-medium">{track.title}</span>
              </span>
              <span className="mt-auto flex items-center justify-between gap-2 text-xs text-muted">
                <Glyphs items={track.items} />
                <span className="whitespace-nowrap tabular-nums">
                  {progressText(progressOf(track.items))}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** For eyes alone: the text beside it says how many. */
function Glyphs({ items }: { items: CatalogueItem[] }): ReactElement {
  return (
    <span className="flex min-w-0 flex-wrap gap-1" aria-hidden="true">
      {items.map((item) =>
        item.kind === 'exercise' ? <StatusGlyph key={item.id} status={item.progress.status} /> : null,
      )}
    </span>
  );
}

/** Passed of all, as a bar beside its words. */
export function ProgressBar({ label, passed, exercises }: TrackProgress & { label: string }): ReactElement {
  return (
    <progress
      aria-label={label}
      value={passed}
      max={Math.max(1, exercises)}
      className="h-2 w-40 max-w-full overflow-hidden rounded-full border border-line bg-surface align-middle [&::-moz-progress-bar]:bg-pass [&::-webkit-progress-bar]:bg-surface [&::-webkit-progress-value]:bg-pass"
    />
  );
}
