// fails: a cart with a problem can be put right
export function makeCheckout(button, checkCart, placeOrder) {
  return async (cart) => {
    if (button.disabled) return null;
    button.disabled = true;
    try {
      await checkCart(cart);
      return await placeOrder(cart);
    } catch {
      button.disabled = false;
      return null;
    }
  };
}
