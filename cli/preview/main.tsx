// The page of `interleave preview`, bundled by it: an author's folder as a student and as a reviewer sees it. It is no part of
// the site.
import { StrictMode, useEffect, useState, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import '#app/_components/editor/code.css';
import '#app/_components/markdown/prose.css';
import { LessonBlocks } from '#app/_components/lesson/lesson-blocks.tsx';
import { Notice } from '#app/_components/ui/notice.tsx';
import { Page, PageHeading } from '#app/_components/ui/page.tsx';
import { ExerciseReview } from './exercise-review.tsx';
import { StudentExercise } from './student-exercise.tsx';
import type { PreviewData } from './preview-data.ts';

type Reader = 'student' | 'reviewer';

function Preview(): ReactElement {
  const data = usePreviewData();
  const [reader, setReader] = useReader();
  if (data === null)
    return (
      <Page>
        <p className="text-muted">Running …</p>
      </Page>
    );
  return (
    <Page>
      <div className="mb-6 flex flex-wrap items-center justify-between gap-3 border-b border-hairline pb-3">
        <p className="text-muted">
          Preview of <code>{data.id}</code>
        </p>
        <ReaderSwitch reader={reader} onReader={setReader} />
      </div>
      {data.problems.length > 0 && <Problems problems={data.problems} />}
      <Content data={data} reader={reader} />
    </Page>
  );
}

/** What the folder holds, and again whenever it changes. */
function usePreviewData(): PreviewData | null {
  const [data, setData] = useState<PreviewData | null>(null);
  useEffect(() => {
    const load = async (): Promise<void> => {
      const response = await fetch('/data.json');
      setData((await response.json()) as PreviewData);
    };
    const events = new EventSource('/changes');
    events.addEventListener('open', () => void load());
    events.addEventListener('message', () => void load());
    return () => events.close();
  }, []);
  return data;
}

function readHash(): Reader {
  return globalThis.location.hash === '#reviewer' ? 'reviewer' : 'student';
}

/** Part of the address, so that a reload keeps it. */
function useReader(): [Reader, (reader: Reader) => void] {
  const [reader, setReader] = useState(readHash);
  useEffect(() => {
    const onHash = (): void => setReader(readHash());
    globalThis.addEventListener('hashchange', onHash);
    return () => globalThis.removeEventListener('hashchange', onHash);
  }, []);
  return [reader, (next) => (globalThis.location.hash = next)];
}

type ReaderSwitchProps = { reader: Reader; onReader: (reader: Reader) => void };

function ReaderSwitch({ reader, onReader }: ReaderSwitchProps): ReactElement {
  return (
    <div className="flex overflow-hidden rounded-md border border-line" role="group" aria-label="Seen by">
      {(['student', 'reviewer'] as const).map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === reader}
          className="min-h-8 cursor-pointer px-3 aria-pressed:bg-link aria-pressed:text-on-accent"
          onClick={() => onReader(one)}
        >
          {one === 'student' ? 'Student' : 'Reviewer'}
        </button>
      ))}
    </div>
  );
}

function Problems({ problems }: { problems: string[] }): ReactElement {
  return (
    <div className="mb-6">
      <Notice kind="fail">
        <ul className="grid gap-1">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

function Content({ data, reader }: { data: PreviewData; reader: Reader }): ReactElement | null {
  switch (data.kind) {
    case 'broken':
      return <p className="text-muted">As soon as this is put right, the page shows it.</p>;
    case 'exercise':
      return reader === 'student' ? (
        <StudentExercise exercise={data.exercise} />
      ) : (
        <ExerciseReview exercise={data.exercise} />
      );
    case 'lesson': {
      const { lesson, words } = data;
      return (
        <article>
          <PageHeading title={lesson.title}>
            Lesson · {lesson.durationMinutes} min · {lesson.level} · {lesson.topics.join(', ')}
          </PageHeading>
          {reader === 'reviewer' && <LessonFacts lesson={lesson} words={words} />}
          <LessonBlocks blocks={lesson.blocks} />
        </article>
      );
    }
    default:
      return data satisfies never;
  }
}

function LessonFacts({
  lesson,
  words,
}: Omit<Extract<PreviewData, { kind: 'lesson' }>, 'id' | 'problems' | 'kind'>): ReactElement {
  const snippets = lesson.blocks.filter(({ kind }) => kind === 'snippet').length;
  return (
    <p className="mb-6 text-muted">
      {words} words, {snippets} snippets · place {lesson.order} · for the catalogue: “{lesson.description}”
      {lesson.prerequisites.length > 0 && ` · after ${lesson.prerequisites.join(', ')}`}
    </p>
  );
}

const place = document.querySelector('#root');
if (place !== null)
  createRoot(place).render(
    <StrictMode>
      <Preview />
    </StrictMode>,
  );
