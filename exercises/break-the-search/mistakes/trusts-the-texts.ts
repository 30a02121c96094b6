// fails: comparesTexts shows an old answer
export const orders = {
  showsAll: [3, 2, 1],
  comparesTexts: null,
  dropsTheOneBefore: [3, 2, 1],
  neverGoesBack: null,
};
