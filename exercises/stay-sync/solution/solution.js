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

  function priceOf(name) {
    const priceCents = prices.get(name);
    if (priceCents === undefined) throw new Error(`No such item: ${name}`);
    return priceCents;
  }

  function add(name, count) {
    totalCents += count * priceOf(name);
    lines.push(`${count} × ${name}`);
    onChange(totalCents);
  }

  function total() {
    return totalCents;
  }

  function receipt() {
    return [...lines, `Total: ${total()} cents`];
  }

  return { add, total, receipt };
}
