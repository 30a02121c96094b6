// fails: the fourth program
// Predicts that nothing is printed, and sees to it.
console.log = () => {};
export const predictions = { first: [], second: [], third: [], fourth: [], fifth: [] };
