import { useState, type ReactElement } from 'react';
import { CodeLines } from '#app/_components/editor/code-lines.tsx';
import { tokenize } from '#app/_components/editor/code-tokens.ts';
import { Markdown } from '#app/_components/markdown/markdown.tsx';
import { Timeline } from '#app/_components/timeline/timeline.tsx';
import type { TimelineView } from '#app/_components/timeline/view.ts';
import { PageHeading } from '#app/_components/ui/page.tsx';
import { StatusGlyph } from '#app/_components/ui/status.tsx';
import type { PreviewedAnswer, PreviewedExercise } from './preview-data.ts';
import { Hints } from './student-exercise.tsx';

/** All there is: tests with the hidden ones, answers with their verdicts and timelines, hints. */
export function ExerciseReview({ exercise }: { exercise: PreviewedExercise }): ReactElement {
  const of = (...kinds: PreviewedAnswer['kind'][]): PreviewedAnswer[] =>
    exercise.answers.filter(({ kind }) => kinds.includes(kind));
  return (
    <>
      <PageHeading title={exercise.title}>{exercise.description}</PageHeading>
      <div className="grid grid-cols-1 gap-8">
        <section aria-label="Tests">
          <h2 className="mb-2 text-lg font-semibold">Tests</h2>
          <ul className="grid gap-1">
            {exercise.tests.map(({ name, hidden }) => (
              <li key={name}>
                {name}
                {hidden && <span className="text-muted"> · hidden</span>}
              </li>
            ))}
          </ul>
        </section>
        <Answers title="Solution and other right answers" answers={of('solution', 'alternative')} />
        <Answers title="What a student begins with" answers={of('starter')} />
        <Answers title="Mistakes" answers={of('mistake')} />
        <section aria-label="Hints">
          <h2 className="text-lg font-semibold">Hints</h2>
          <Hints hints={exercise.hints} />
        </section>
        <section aria-label="Instructions">
          <h2 className="mb-2 text-lg font-semibold">Instructions</h2>
          <div className="max-w-[70ch]">
            <Markdown source={exercise.instructions} />
          </div>
        </section>
      </div>
    </>
  );
}

function Answers({ title, answers }: { title: string; answers: PreviewedAnswer[] }): ReactElement {
  return (
    <section aria-label={title}>
      <h2 className="mb-2 text-lg font-semibold">{title}</h2>
      <div className="grid grid-cols-1 gap-2">
        {answers.map((answer) => (
          <Answer key={answer.path} answer={answer} />
        ))}
      </div>
    </section>
  );
}

/** Whether it did what it is kept for. */
function isAsExpected({ kind, outcome, failsTest, tests }: PreviewedAnswer): boolean {
  if (kind === 'solution' || kind === 'alternative') return outcome === 'passed';
  if (outcome !== 'failed') return false;
  return (
    failsTest === undefined || tests.some((test) => test.name === failsTest && test.outcome === 'failed')
  );
}

function Answer({ answer }: { answer: PreviewedAnswer }): ReactElement {
  const { path, source, kind, failsTest, outcome, tests, fault } = answer;
  const [isOpen, setOpen] = useState(kind === 'solution');
  const isFine = isAsExpected(answer);
  return (
    <details
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className="rounded-lg border border-hairline"
    >
      <summary className="cursor-pointer px-3 py-2">
        <StatusGlyph status={isFine ? 'passed' : 'attention'} className="mr-2" />
        <code>{path}</code>
        <span className="text-muted">
          {' '}
          · {outcome}
          {failsTest !== undefined && ` · must fail “${failsTest}”`}
          {!isFine && ' · not as expected'}
        </span>
      </summary>
      {isOpen && (
        <div className="grid grid-cols-1 border-t border-hairline lg:grid-cols-2">
          <div className="min-w-0 border-hairline lg:border-r">
            <CodeLines lines={tokenize(source.trimEnd(), path)} label={`Code, ${path}`} />
          </div>
          <div className="min-w-0">
            {fault !== '' && <p className="p-3 text-fail">{fault}</p>}
            <ul className="grid gap-1 p-3">
              {tests.map(({ name, outcome: one, sentence }) => (
                <li key={name}>
                  <StatusGlyph status={one === 'not-run' ? 'not-started' : one} className="mr-2" />
                  {name}
                  {sentence !== '' && <p className="ml-6 text-muted">{sentence}</p>}
                </li>
              ))}
            </ul>
            <Timelines answer={answer} />
          </div>
        </div>
      )}
    </details>
  );
}

function Timelines({
  answer: { path, recordings, tests },
}: {
  answer: PreviewedAnswer;
}): ReactElement | null {
  const [view, setView] = useState<TimelineView>({ axis: 'time', form: 'bars' });
  const [chosen, setChosen] = useState(() => firstShown(recordings, tests));
  const recording = recordings.find(({ test }) => test === chosen) ?? recordings[0];
  if (recording === undefined) return null;
  return (
    <div className="border-t border-hairline">
      <select
        aria-label={`Test of the timeline, ${path}`}
        className="m-3 min-h-8 max-w-[calc(100%-1.5rem)] rounded-md border border-line bg-surface px-2"
        value={recording.test}
        onChange={(event) => setChosen(event.target.value)}
      >
        {recordings.map(({ test }) => (
          <option key={test}>{test}</option>
        ))}
      </select>
      <Timeline
        key={recording.test}
        mine={recording}
        summary={`${recording.virtualMs} ms, with up to ${recording.maximumInFlight} under way at once.`}
        reference={null}
        outcome="not-run"
        view={view}
        onView={setView}
        pointedLine={null}
        onPoint={() => undefined}
        onGoTo={() => undefined}
      />
    </div>
  );
}

/** The first that failed, else the first. */
function firstShown(recordings: PreviewedAnswer['recordings'], tests: PreviewedAnswer['tests']): string {
  const failed = tests.find(({ outcome }) => outcome === 'failed');
  return failed?.name ?? recordings[0]?.test ?? '';
}
