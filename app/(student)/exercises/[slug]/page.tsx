import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import type { ReactElement } from 'react';
import { BeforeLinks, hrefOf } from '#app/_components/content-link.tsx';
import { Markdown } from '#app/_components/markdown/markdown.tsx';
import { classNames } from '#app/_components/ui/class-names.ts';
import { OpenBadge } from '#app/_components/ui/open-badge.tsx';
import { parsePlace, type Query } from '#app/_components/workspace/place.ts';
import { Workspace } from '#app/_components/workspace/workspace.tsx';
import { AttemptList } from '#app/_components/results/attempt-list.tsx';
import { findLatestAttemptId, listRuns, listSubmissions } from '#app/_data/attempts.ts';
import { getDatabase } from '#app/_data/database.ts';
import { listDrafts, type StoredDraft } from '#app/_data/drafts.ts';
import {
  findExerciseTitle,
  findStudentExercise,
  hasPassed,
  type StudentExercise,
} from '#app/_data/exercises.ts';
import { requireUser } from '#app/_data/session.ts';
import { findAttemptView } from '#app/_grading/find-attempt.ts';
import type { AttemptView } from '#app/_grading/views.ts';

type WorkspacePageProps = { params: Promise<{ slug: string }>; searchParams: Promise<Query> };

const RUNS_SHOWN = 10;

export async function generateMetadata({ params }: WorkspacePageProps): Promise<Metadata> {
  await requireUser();
  return { title: (await findExerciseTitle(getDatabase(), (await params).slug)) ?? 'Exercise' };
}

export default async function WorkspacePage({
  params,
  searchParams,
}: WorkspacePageProps): Promise<ReactElement> {
  const user = await requireUser();
  const { slug } = await params;
  const query = await searchParams;
  const database = getDatabase();
  const exercise = (await findStudentExercise(database, slug, trackOf(query))) ?? notFound();
  const [drafts, submissions, runs, isPassed, latestId] = await Promise.all([
    listDrafts(database, user.id, slug),
    listSubmissions(database, user.id, slug),
    listRuns(database, user.id, slug, RUNS_SHOWN),
    hasPassed(database, user.id, slug),
    findLatestAttemptId(database, user.id, slug),
  ]);
  const newest = latestId === null ? null : await findAttemptView(database, user.id, latestId);
  return (
    <Workspace
      key={slug}
      userId={user.id}
      exercise={{
        id: exercise.id,
        starter: exercise.starter,
        visibleTests: exercise.visibleTests,
        hiddenTests: exercise.hiddenTests,
      }}
      drafts={serverDrafts(exercise, drafts)}
      path={firstPath(exercise, drafts, newest)}
      newest={newest}
      restore={await findRestore(exercise, user.id, query['restore'])}
      place={parsePlace(query)}
      hasPassed={isPassed}
      submissions={submissions.length}
      title={<WorkspaceTitle exercise={exercise} />}
      task={<Task exercise={exercise} />}
      hints={exercise.hints.map((hint) => (
        <Markdown key={hint} source={hint} />
      ))}
      attempts={<AttemptList exerciseId={slug} submissions={submissions} runs={runs} />}
    />
  );
}

/** The track that one came from. */
function trackOf(query: Query): string | undefined {
  const { track } = query;
  return typeof track === 'string' ? track : undefined;
}

type ServerDrafts = { [path: string]: { source: string; revision: number; savedAt: string | null } };

function serverDrafts(exercise: StudentExercise, drafts: { [path: string]: StoredDraft }): ServerDrafts {
  return Object.fromEntries(
    Object.entries(exercise.starter).map(([path, source]) => [
      path,
      drafts[path] ?? { source, revision: 0, savedAt: null },
    ]),
  );
}

/** The file last worked on; JavaScript for a newcomer. */
function firstPath(
  exercise: StudentExercise,
  drafts: { [path: string]: StoredDraft },
  newest: AttemptView | null,
): string {
  const offered = Object.keys(exercise.starter);
  const [drafted] = offered
    .filter((path) => path in drafts)
    .toSorted((one, other) => (drafts[other]?.savedAt ?? '').localeCompare(drafts[one]?.savedAt ?? ''));
  const tried = Object.keys(newest?.files ?? {}).find((path) => offered.includes(path));
  return drafted ?? tried ?? offered[0] ?? 'solution.js';
}

/** The code of an earlier attempt of one's own, asked for by its id. */
async function findRestore(
  exercise: StudentExercise,
  userId: string,
  id: string | string[] | undefined,
): Promise<{ path: string; source: string } | null> {
  if (typeof id !== 'string') return null;
  const attempt = await findAttemptView(getDatabase(), userId, id);
  if (attempt?.exerciseId !== exercise.id) return null;
  const [file] = Object.entries(attempt.files ?? {});
  return file !== undefined && file[0] in exercise.starter ? { path: file[0], source: file[1] } : null;
}

function WorkspaceTitle({ exercise }: { exercise: StudentExercise }): ReactElement {
  const { title, place } = exercise;
  const { previous, next, track } = place;
  return (
    <>
      <nav aria-label="Breadcrumb" className="flex min-w-0 items-center gap-2">
        <Link href="/exercises" className="shrink-0 text-muted no-underline hover:text-text">
          <span aria-hidden="true">‹ </span>Exercises
        </Link>
        {track && (
          <>
            <Separator className="max-lg:hidden" />
            <Link
              href={`/tracks/${track.id}`}
              className="truncate text-muted no-underline hover:text-text max-lg:hidden"
            >
              {track.title}
            </Link>
          </>
        )}
        <Separator />
        <h1 className="truncate font-semibold">{title}</h1>
      </nav>
      <nav aria-label="Neighbours" className="ml-auto flex shrink-0 gap-3 text-xs lg:ml-2">
        {previous && (
          <Link
            href={hrefOf(previous)}
            title={previous.title}
            className="inline-flex min-h-6 items-center gap-1 text-muted no-underline hover:text-text"
          >
            <span aria-hidden="true">◂</span>Previous
          </Link>
        )}
        {next && (
          <Link
            href={hrefOf(next)}
            title={next.title}
            className="inline-flex min-h-6 items-center gap-1 text-muted no-underline hover:text-text"
          >
            Next<span aria-hidden="true">▸</span>
          </Link>
        )}
      </nav>
    </>
  );
}

function Separator({ className }: { className?: string }): ReactElement {
  return (
    <span aria-hidden="true" className={classNames('text-muted', className)}>
      /
    </span>
  );
}

function Credit({ source }: { source: NonNullable<StudentExercise['source']> }): ReactElement {
  const { name, url, license, authors } = source;
  return (
    <p className="mt-6 border-t border-hairline pt-3 text-xs text-muted">
      From <a href={url}>{name}</a>
      {authors.length > 0 && `, by ${authors.join(', ')}`}. Licence: {license}.
    </p>
  );
}

function Task({ exercise }: { exercise: StudentExercise }): ReactElement {
  return (
    <div className="p-4">
      <p className="mb-3 text-xs text-muted">
        {exercise.durationMinutes} min · {exercise.level} · {exercise.topics.join(', ')}{' '}
        {exercise.isOpen && <OpenBadge />}
      </p>
      <BeforeLinks links={exercise.prerequisites} className="mb-3 text-xs" />
      <Markdown source={exercise.instructions} />
      {exercise.source && <Credit source={exercise.source} />}
      <noscript>
        <p className="mt-4 border-l-4 border-warn pl-3">
          Running and submitting code needs JavaScript. The task and the code to start from can be read
          without it.
        </p>
      </noscript>
    </div>
  );
}
