// fails: two items, one total
export async function openCart(fetchPrices, onChange) {
  const prices = await fetchPrices();
  const lines = [];
  let totalCents = 0;
  async function priceOf(name) {
    if (!prices.has(name)) throw new Error(`No such item: ${name}`);
    return prices.get(name);
  }
  async function add(name, count) {
    const priceCents = await priceOf(name);
    totalCents += count * priceCents;
    lines.push(`${count} × ${name}`);
    onChange(totalCents);
  }
  const total = () => totalCents;
  const receipt = () => [...lines, `Total: ${totalCents} cents`];
  return { add, total, receipt };
}
