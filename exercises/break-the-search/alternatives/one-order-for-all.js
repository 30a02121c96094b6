const backwards = [1, 2, 3].toReversed();

export const orders = {
  showsAll: backwards,
  comparesTexts: backwards,
  dropsTheOneBefore: backwards,
  neverGoesBack: null,
};
