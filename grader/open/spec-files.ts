// Which files of spec/ are read.

/** Declares tests. */
export const SPEC_FILE = /\.(spec|test)\.[jt]s$/;
/** Is read, whether it declares tests or only helps. */
export const SUPPORT_FILE = /\.(js|ts|mjs|json)$/;
