// fails: comparesTexts shows an old answer
export const orders = {
  showsAll: [1, 3, 2],
  comparesTexts: [1, 3, 2],
  dropsTheOneBefore: [1, 3, 2],
  neverGoesBack: null,
};
