type Step<Result> = (cart: string[]) => Promise<Result>;

export function makeCheckout(
  button: { disabled: boolean },
  checkCart: Step<unknown>,
  placeOrder: Step<number>,
) {
  let current: Promise<number> | null = null;
  return (cart: string[]): Promise<number | null> => {
    if (current) return Promise.resolve(null);
    button.disabled = true;
    current = checkCart(cart).then(() => placeOrder(cart));
    return current.catch((error: unknown) => {
      current = null;
      button.disabled = false;
      throw error;
    });
  };
}
