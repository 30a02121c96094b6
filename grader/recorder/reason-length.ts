/** Characters of the reason for a rejection by which the promise is found again. */
export const REASON_LENGTH = 200;
