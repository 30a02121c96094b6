/**
 * What a click on the button does: it orders the cart, once.
 *
 * @param {{ disabled: boolean }} button
 * @param {(cart: string[]) => Promise<unknown>} checkCart
 * @param {(cart: string[]) => Promise<number>} placeOrder
 * @returns {(cart: string[]) => Promise<number | null>}
 */
export function makeCheckout(button, checkCart, placeOrder) {
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
