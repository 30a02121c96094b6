import { useState, type ReactElement } from 'react';
import { CodeLines } from '../editor/code-lines.tsx';
import type { CodeLine } from '../editor/code-tokens.ts';
import { newLines } from './line-diff.ts';

type SolutionPanelProps = { exerciseId: string; isUnlocked: boolean; path: string; source: string };

type Solution = { path: string; source: string; lines: CodeLine[] };

/** The reference solution beside the student's code; the server gives it to those who have passed. */
export function SolutionPanel({ exerciseId, isUnlocked, path, source }: SolutionPanelProps): ReactElement {
  const [solution, setSolution] = useState<Solution | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  if (!isUnlocked) {
    return (
      <p className="p-4 text-muted">
        Locked. The solution opens when a submission of yours has passed all tests.
      </p>
    );
  }
  const show = async (): Promise<void> => {
    const answer = await fetchSolution(exerciseId, path);
    if (typeof answer === 'string') setProblem(answer);
    else setSolution(answer);
  };
  if (solution === null) {
    return (
      <div className="grid gap-3 p-4">
        <p>You have passed. Compare your way with the reference: there is more than one right answer.</p>
        <button
          type="button"
          className="min-h-8 w-fit cursor-pointer rounded-md border border-line px-3 hover:bg-raised"
          onClick={() => void show()}
        >
          Show the solution beside my code
        </button>
        {problem && (
          <p role="alert" className="text-fail">
            {problem}
          </p>
        )}
      </div>
    );
  }
  return (
    <div className="py-2">
      <p className="px-4 text-xs text-muted">
        {solution.path} of the reference. Lines marked + are not in your code.
      </p>
      <CodeLines
        lines={solution.lines}
        label={`Reference solution, ${solution.path}`}
        fresh={newLines(source, solution.source)}
      />
    </div>
  );
}

async function fetchSolution(exerciseId: string, path: string): Promise<Solution | string> {
  try {
    const [response, { tokenize }] = await Promise.all([
      fetch(`/api/exercises/${encodeURIComponent(exerciseId)}/solution`),
      import('../editor/code-tokens.ts'),
    ]);
    const body: { files: { [path: string]: string }; error: string } = await response.json();
    if (!response.ok) return body.error;
    const [name, source] = [path, body.files[path]];
    if (source !== undefined) return { path: name, source, lines: tokenize(source, name) };
    const [first = ['', '']] = Object.entries(body.files);
    return { path: first[0], source: first[1], lines: tokenize(first[1], first[0]) };
  } catch {
    return 'The server cannot be reached. Try again when you are online.';
  }
}
