// fails: an unknown item throws at once
export async function openCart(
  fetchPrices: () => Promise<Map<string, number>>,
  onChange: (totalCents: number) => void,
) {
  const prices = await fetchPrices();
  const lines: string[] = [];
  let totalCents = 0;
  function add(name: string, count: number): void {
    lines.push(`${count} × ${name}`);
    const priceCents = prices.get(name);
    if (priceCents === undefined) throw new Error(`No such item: ${name}`);
    totalCents += count * priceCents;
    onChange(totalCents);
  }
  const total = (): number => totalCents;
  const receipt = (): string[] => [...lines, `Total: ${totalCents} cents`];
  return { add, total, receipt };
}
