// fails: one click, one order
type Step<Result> = (cart: string[]) => Promise<Result>;

export function makeCheckout(
  button: { disabled: boolean },
  checkCart: Step<unknown>,
  placeOrder: Step<number>,
) {
  return async (cart: string[]): Promise<number | null> => {
    if (button.disabled) return null;
    button.disabled = true;
    try {
      const [number] = await Promise.all([placeOrder(cart), checkCart(cart)]);
      return number;
    } catch (error) {
      button.disabled = false;
      throw error;
    }
  };
}
