// Which engine made a verdict: replaying it gives the same bytes only on the same one.

/** Raised by hand whenever the clock, the recorder, the encoder or the judge changes what a recording says. */
const GRADER_VERSION = 2;

/** E.g. `2-v8-14.6.202.33`. */
export const ENGINE_VERSION = `${GRADER_VERSION}-v8-${process.versions.v8.replace(/-node.*$/, '')}`;
