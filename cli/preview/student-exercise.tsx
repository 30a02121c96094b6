import type { ReactElement } from 'react';
import { CodeLines } from '#app/_components/editor/code-lines.tsx';
import { tokenize } from '#app/_components/editor/code-tokens.ts';
import { Markdown } from '#app/_components/markdown/markdown.tsx';
import { PageHeading } from '#app/_components/ui/page.tsx';
import { StatusGlyph } from '#app/_components/ui/status.tsx';
import type { PreviewedExercise } from './preview-data.ts';

/** All that a student has before the first run. */
export function StudentExercise({ exercise }: { exercise: PreviewedExercise }): ReactElement {
  const visible = exercise.tests.filter(({ hidden }) => !hidden);
  const hidden = exercise.tests.length - visible.length;
  return (
    <>
      <PageHeading title={exercise.title}>
        {exercise.durationMinutes} min · {exercise.level} · {exercise.topics.join(', ')}
      </PageHeading>
      <div className="grid grid-cols-1 gap-8 lg:grid-cols-2">
        <div className="min-w-0">
          <Markdown source={exercise.instructions} />
          <Hints hints={exercise.hints} />
        </div>
        <div className="grid min-w-0 grid-cols-1 content-start gap-6">
          {Object.entries(exercise.starter).map(([path, source]) => (
            <section key={path} aria-label={`Starter, ${path}`}>
              <h2 className="mb-2 font-semibold">{path}</h2>
              <div className="rounded-lg border border-hairline">
                <CodeLines lines={tokenize(source.trimEnd(), path)} label={`Code, ${path}`} />
              </div>
            </section>
          ))}
          <section aria-label="Tests">
            <h2 className="mb-2 font-semibold">Tests</h2>
            <ul className="grid gap-1">
              {visible.map(({ name }) => (
                <li key={name} className="flex items-baseline gap-2">
                  <StatusGlyph status="not-started" />
                  {name}
                </li>
              ))}
            </ul>
            {hidden > 0 && <p className="mt-1 text-muted">And {hidden} hidden tests.</p>}
          </section>
        </div>
      </div>
    </>
  );
}

/** One after the other, as in the workspace. */
export function Hints({ hints }: { hints: string[] }): ReactElement {
  return (
    <div className="mt-6 grid gap-2">
      {hints.map((hint, index) => (
        <details key={hint} className="rounded-md border border-hairline px-3 py-2">
          <summary className="cursor-pointer">Hint {index + 1}</summary>
          <div className="mt-2">
            <Markdown source={hint} />
          </div>
        </details>
      ))}
    </div>
  );
}
