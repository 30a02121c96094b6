// fails: the fourth box, neverGoesBack
export const orders = {
  showsAll: [3, 2, 1],
  comparesTexts: [3, 2, 1],
  dropsTheOneBefore: [3, 2, 1],
  neverGoesBack: [3, 2, 1],
};
