// fails: the prices are fetched once, and waited for
export async function openCart(fetchPrices, onChange) {
  await fetchPrices();
  const prices = await fetchPrices();
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
