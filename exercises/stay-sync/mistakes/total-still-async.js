// fails: two items, one total
export async function openCart(fetchPrices, onChange) {
  const prices = await fetchPrices();
  const lines = [];
  let totalCents = 0;
  function add(name, count) {
    if (!prices.has(name)) throw new Error(`No such item: ${name}`);
    totalCents += count * prices.get(name);
    lines.push(`${count} × ${name}`);
    onChange(totalCents);
  }
  async function total() {
    return totalCents;
  }
  async function receipt() {
    return [...lines, `Total: ${await total()} cents`];
  }
  return { add, total, receipt };
}
