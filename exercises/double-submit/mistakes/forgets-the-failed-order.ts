// fails: an order that fails can be sent again
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
      await checkCart(cart);
    } catch (error) {
      button.disabled = false;
      throw error;
    }
    return await placeOrder(cart);
  };
}
