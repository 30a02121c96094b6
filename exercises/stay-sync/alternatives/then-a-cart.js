export const openCart = (fetchPrices, onChange) =>
  fetchPrices().then((prices) => {
    const items = [];
    const total = () =>
      items.map(([name, count]) => prices.get(name) * count).reduce((one, other) => one + other, 0);
    return {
      total,
      receipt: () => [...items.map(([name, count]) => `${count} × ${name}`), `Total: ${total()} cents`],
      add(name, count) {
        if (!prices.has(name)) throw new Error(`No such item: ${name}`);
        items.push([name, count]);
        onChange(total());
      },
    };
  });
