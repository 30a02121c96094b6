// How the run of a snippet went, in a sentence.
import type { RunSnippet } from '#grader/index.ts';

const endings: Record<RunSnippet['ended'], (time: string) => string> = {
  returned: (time) => `It took ${time}`,
  threw: (time) => `It ended with an error at ${time}`,
  'never-settled': (time) => `Since ${time} it waits for what never comes`,
  'unhandled-rejection': (time) => `A rejection that nobody handled ended it at ${time}`,
};

export function snippetSummary({
  ended,
  tookMs,
  recording,
}: Pick<RunSnippet, 'ended' | 'tookMs' | 'recording'>): string {
  const { maximumInFlight } = recording;
  const calls = maximumInFlight === 1 ? '1 call' : `${maximumInFlight} calls`;
  const most = maximumInFlight === 0 ? '' : `, with at most ${calls} under way at once`;
  return `${endings[ended](`${tookMs} ms`)}${most}.`;
}
