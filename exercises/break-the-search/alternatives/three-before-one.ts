export const orders: { [box: string]: [number, number, number] | null } = {
  showsAll: [2, 3, 1],
  comparesTexts: [2, 3, 1],
  dropsTheOneBefore: [3, 2, 1],
  neverGoesBack: null,
};
