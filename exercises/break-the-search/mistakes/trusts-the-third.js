// fails: the third box, dropsTheOneBefore
export const orders = {
  showsAll: [3, 2, 1],
  comparesTexts: [3, 2, 1],
  dropsTheOneBefore: null,
  neverGoesBack: null,
};
