// fails: onChange is told before add returns
export async function openCart(fetchPrices, onChange) {
  const prices = await fetchPrices();
  const lines = [];
  let totalCents = 0;
  function add(name, count) {
    if (!prices.has(name)) throw new Error(`No such item: ${name}`);
    onChange(totalCents + count * prices.get(name));
    totalCents += count * prices.get(name);
    lines.push(`${count} × ${name}`);
  }
  const total = () => totalCents;
  const receipt = () => [...lines, `Total: ${totalCents} cents`];
  return { add, total, receipt };
}
