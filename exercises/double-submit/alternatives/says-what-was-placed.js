export function makeCheckout(button, checkCart, placeOrder) {
  const order = async (cart) => {
    let placed = false;
    button.disabled = true;
    try {
      await checkCart(cart);
      const number = await placeOrder(cart);
      placed = true;
      return number;
    } finally {
      button.disabled = placed;
    }
  };
  return async (cart) => (button.disabled ? null : await order(cart));
}
