/** For each box, an order of the answers that breaks it; null where there is none. */
export const orders = {
  showsAll: [1, 2, 3],
  comparesTexts: [1, 2, 3],
  dropsTheOneBefore: [1, 2, 3],
  neverGoesBack: [1, 2, 3],
};
