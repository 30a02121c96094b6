// fails: two buttons do not disturb each other
let isBusy = false;

export function makeCheckout(button, checkCart, placeOrder) {
  return async (cart) => {
    if (isBusy || button.disabled) return null;
    isBusy = true;
    button.disabled = true;
    try {
      await checkCart(cart);
      return await placeOrder(cart);
    } catch (error) {
      button.disabled = false;
      throw error;
    } finally {
      isBusy = false;
    }
  };
}
