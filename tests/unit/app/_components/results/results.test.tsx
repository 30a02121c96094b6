import { Results } from '#app/_components/results/results.tsx';
import type { AttemptView } from '#app/_grading/views.ts';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';

function render(sealed: boolean): string {
  const attempt: AttemptView = {
    id: 'one',
    kind: 'run',
    exerciseId: 'waiting',
    state: 'DONE',
    createdAt: '2026-11-21T12:00:00.000Z',
    codeHash: 'hash',
    files: {},
    verdict: { outcome: 'passed', tests: [], findings: [], sealed, seed: 1, engineVersion: '1' },
    recordings: [],
    reference: [],
  };
  return renderToStaticMarkup(<Results attempt={attempt} />);
}

test('an open verdict is marked as one, a sealed one is not', () => {
  expect(render(false)).toContain('open: the spec runs beside the student’s code');
  expect(render(true)).not.toContain('open');
});
