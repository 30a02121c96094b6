import type { Axis } from '#grader/recording/scale.ts';

/** What of the timeline is shown; part of the address, so that a link shows the same. */
export type TimelineView = { axis: Axis; form: 'bars' | 'table' };
