// fails: showsAll shows an old answer
// Read as the place of each answer: question 1 second, question 2 first. And counted from 0.
export const orders = {
  showsAll: [1, 0, 2],
  comparesTexts: [1, 2, 0],
  dropsTheOneBefore: [1, 2, 0],
  neverGoesBack: null,
};
