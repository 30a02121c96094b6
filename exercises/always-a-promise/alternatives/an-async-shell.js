export const priceOf = async (...question) => lookUp(...question);

function lookUp(name, known, fetchPrice) {
  if (name === '') throw new TypeError('A price needs a name');
  if (known.has(name)) return known.get(name);
  const remember = (price) => void known.set(name, price);
  const fetching = fetchPrice(name);
  return fetching.then(remember).then(() => fetching);
}
