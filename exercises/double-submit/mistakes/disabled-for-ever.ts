// fails: a cart with a problem can be put right
type Step<Result> = (cart: string[]) => Promise<Result>;

export function makeCheckout(
  button: { disabled: boolean },
  checkCart: Step<unknown>,
  placeOrder: Step<number>,
) {
  return async (cart: string[]): Promise<number | null> => {
    if (button.disabled) return null;
    button.disabled = true;
    await checkCart(cart);
    try {
      return await placeOrder(cart);
    } catch (error) {
      button.disabled = false;
      throw error;
    }
  };
}
