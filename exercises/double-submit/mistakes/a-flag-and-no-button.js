// fails: one click, one order
export function makeCheckout(button, checkCart, placeOrder) {
  let isTaken = false;
  return async (cart) => {
    if (isTaken) return null;
    isTaken = true;
    try {
      await checkCart(cart);
      button.disabled = true;
      return await placeOrder(cart);
    } catch (error) {
      isTaken = false;
      button.disabled = false;
      throw error;
    }
  };
}
