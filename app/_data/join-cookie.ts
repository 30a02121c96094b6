/** Holds the join link's code while a new student is away at GitHub or the school's sign-in. */
export const JOIN_COOKIE = 'interleave.join';
export const JOIN_COOKIE_SECONDS = 15 * 60;
