// fails: one order, whenever the second click comes
export function makeCheckout(button, checkCart, placeOrder) {
  let lastClickMs = -Infinity;
  return async (cart) => {
    if (Date.now() - lastClickMs < 1000) return null;
    lastClickMs = Date.now();
    button.disabled = true;
    try {
      await checkCart(cart);
      return await placeOrder(cart);
    } catch (error) {
      button.disabled = false;
      lastClickMs = -Infinity;
      throw error;
    }
  };
}
