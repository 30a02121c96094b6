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
  const { maximumInFlight, longestBlockMs } = recording;
  const most =
    maximumInFlight < 2
      ? ['', ', with one call under way at a time'][maximumInFlight]
      : `, with up to ${maximumInFlight} calls under way at once`;
  const blocked = longestBlockMs === 0 ? '' : ` The loop was blocked for ${longestBlockMs} ms at a stretch.`;
  return `${endings[ended](`${tookMs} ms`)}${most}.${blocked}`;
}
