// fails: two carts, any items
const lines = [];
let totalCents = 0;

export async function openCart(fetchPrices, onChange) {
  const prices = await fetchPrices();
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
