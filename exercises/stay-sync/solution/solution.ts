export type Cart = {
  add: (name: string, count: number) => void;
  total: () => number;
  receipt: () => string[];
};

/** Opens a shopping cart. */
export async function openCart(
  fetchPrices: () => Promise<Map<string, number>>,
  onChange: (totalCents: number) => void,
): Promise<Cart> {
  const prices = await fetchPrices();
  const lines: string[] = [];
  let totalCents = 0;

  function priceOf(name: string): number {
    const priceCents = prices.get(name);
    if (priceCents === undefined) throw new Error(`No such item: ${name}`);
    return priceCents;
  }

  function add(name: string, count: number): void {
    totalCents += count * priceOf(name);
    lines.push(`${count} × ${name}`);
    onChange(totalCents);
  }

  function total(): number {
    return totalCents;
  }

  function receipt(): string[] {
    return [...lines, `Total: ${total()} cents`];
  }

  return { add, total, receipt };
}
