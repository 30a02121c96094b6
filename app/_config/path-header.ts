/** The request header in which proxy.ts hands on the path that was asked for. */
export const PATH_HEADER = 'x-interleave-path';
