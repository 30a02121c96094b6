// fails: two items, one total
export function openCart(fetchPrices, onChange) {
  const prices = fetchPrices();
  const lines = [];
  let totalCents = 0;
  function add(name, count) {
    if (!prices.has(name)) throw new Error(`No such item: ${name}`);
    totalCents += count * prices.get(name);
    lines.push(`${count} × ${name}`);
    onChange(totalCents);
  }
  const total = () => totalCents;
  const receipt = () => [...lines, `Total: ${totalCents} cents`];
  return { add, total, receipt };
}
