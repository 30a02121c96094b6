// fails: the third box, dropsTheOneBefore
export const orders = {
  showsAll: [2, 3, 1],
  comparesTexts: [2, 3, 1],
  dropsTheOneBefore: [2, 3, 1],
  neverGoesBack: null,
};
