// fails: an ignored click changes nothing
export function makeCheckout(button, checkCart, placeOrder) {
  return async (cart) => {
    let number = null;
    let isPlaced = false;
    try {
      if (button.disabled) return null;
      button.disabled = true;
      await checkCart(cart);
      number = await placeOrder(cart);
      isPlaced = true;
      return number;
    } finally {
      if (!isPlaced) button.disabled = false;
    }
  };
}
