export type Charge = (name: string) => Promise<unknown>;
export type Book = (name: string) => Promise<'booked' | 'sold out'>;

/** Sells the seats of one hall. A seat is held while its buyer pays. */
export function openBoxOffice(seats: number, charge: Charge): Book {
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
