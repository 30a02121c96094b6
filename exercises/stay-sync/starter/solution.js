/**
 * Opens a shopping cart.
 *
 * @param {() => Promise<Map<string, number>>} fetchPrices
 * @param {(totalCents: number) => void} onChange
 */
export async function openCart(fetchPrices, onChange) {
  const prices = await fetchPrices();
  const lines = [];
  let totalCents = 0;

  async function priceOf(name) {
    const priceCents = prices.get(name);
    if (priceCents === undefined) throw new Error(`No such item: ${name}`);
    return priceCents;
  }

  async function add(name, count) {
    lines.push(`${count} × ${name}`);
    totalCents = totalCents + count * (await priceOf(name));
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
