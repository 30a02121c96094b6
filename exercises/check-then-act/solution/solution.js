/**
 * Sells the seats of one hall. A seat is held while its buyer pays.
 *
 * @param {number} seats
 * @param {(name: string) => Promise<unknown>} charge
 * @returns {(name: string) => Promise<'booked' | 'sold out'>}
 */
export function openBoxOffice(seats, charge) {
  let free = seats;
  return async function book(name) {
    if (free === 0) return 'sold out';
    free -= 1;
    try {
      await charge(name);
    } catch (error) {
      free += 1;
      throw error;
    }
    return 'booked';
  };
}
