/**
 * Sells the seats of one hall.
 *
 * @param {number} seats
 * @param {(name: string) => Promise<unknown>} charge
 * @returns {(name: string) => Promise<'booked' | 'sold out'>}
 */
export function openBoxOffice(seats, charge) {
  let free = seats;
  return async function book(name) {
    if (free === 0) return 'sold out';
    await charge(name);
    free -= 1;
    return 'booked';
  };
}
