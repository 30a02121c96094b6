type Item = { name: string; count: number; priceCents: number };

class Cart {
  readonly #items: Item[] = [];
  readonly #prices: Map<string, number>;
  readonly #onChange: (totalCents: number) => void;

  constructor(prices: Map<string, number>, onChange: (totalCents: number) => void) {
    this.#prices = prices;
    this.#onChange = onChange;
  }

  add(name: string, count: number): void {
    const priceCents = this.#prices.get(name);
    if (priceCents === undefined) throw new Error(`No such item: ${name}`);
    this.#items.push({ name, count, priceCents });
    this.#onChange(this.total());
  }

  total(): number {
    return this.#items.reduce((sum, { count, priceCents }) => sum + count * priceCents, 0);
  }

  receipt(): string[] {
    return this.#items.map(({ name, count }) => `${count} × ${name}`).concat(`Total: ${this.total()} cents`);
  }
}

export async function openCart(
  fetchPrices: () => Promise<Map<string, number>>,
  onChange: (totalCents: number) => void,
): Promise<Cart> {
  return new Cart(await fetchPrices(), onChange);
}
