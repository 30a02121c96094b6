/** Opens a shopping cart. */
export async function openCart(
  fetchPrices: () => Promise<Map<string, number>>,
  onChange: (totalCents: number) => void,
) {
  const prices = await fetchPrices();
  const lines: string[] = [];
  let totalCents = 0;

  async function priceOf(name: string): Promise<number> {
    const priceCents = prices.get(name);
    if (priceCents === undefined) throw new Error(`No such item: ${name}`);
    return priceCents;
  }

  async function add(name: string, count: number): Promise<void> {
    lines.push(`${count} × ${name}`);
    totalCents = totalCents + count * (await priceOf(name));
    onChange(totalCents);
  }

  async function total(): Promise<number> {
    return totalCents;
  }

  async function receipt(): Promise<string[]> {
    return [...lines, `Total: ${await total()} cents`];
  }

  return { add, total, receipt };
}
