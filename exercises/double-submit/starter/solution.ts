export type Button = { disabled: boolean };
export type Cart = string[];

/** What a click on the button does: it orders the cart, once. */
export function makeCheckout(
  button: Button,
  checkCart: (cart: Cart) => Promise<unknown>,
  placeOrder: (cart: Cart) => Promise<number>,
): (cart: Cart) => Promise<number | null> {
  return async function click(cart) {
    if (button.disabled) return null;
    await checkCart(cart);
    button.disabled = true;
    try {
      return await placeOrder(cart);
    } catch (error) {
      button.disabled = false;
      throw error;
    }
  };
}
