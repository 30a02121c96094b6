// fails: comparesTexts shows an old answer
export const orders = {
  showsAll: [1, 3, 2],
  comparesTexts: [3, 1],
  dropsTheOneBefore: [3, 1],
  neverGoesBack: null,
};
