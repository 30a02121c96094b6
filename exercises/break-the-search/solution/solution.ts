export type Box = 'showsAll' | 'comparesTexts' | 'dropsTheOneBefore' | 'neverGoesBack';

/** For each box, an order of the answers that breaks it; null where there is none. */
export const orders: Record<Box, number[] | null> = {
  // Whatever arrives last is shown last.
  showsAll: [1, 3, 2],
  // Question 1 asked for the same text as question 3.
  comparesTexts: [3, 1, 2],
  // 3 makes 2 old; nothing has made 1 old by then.
  dropsTheOneBefore: [3, 1, 2],
  neverGoesBack: null,
};
