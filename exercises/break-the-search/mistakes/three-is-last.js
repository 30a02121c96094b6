// fails: showsAll shows an old answer
export const orders = {
  showsAll: [2, 1, 3],
  comparesTexts: [2, 1, 3],
  dropsTheOneBefore: [2, 1, 3],
  neverGoesBack: null,
};
