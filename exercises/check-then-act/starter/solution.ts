export type Charge = (name: string) => Promise<unknown>;
export type Book = (name: string) => Promise<'booked' | 'sold out'>;

/** Sells the seats of one hall. */
export function openBoxOffice(seats: number, charge: Charge): Book {
  let free = seats;
  return async function book(name) {
    if (free === 0) return 'sold out';
    await charge(name);
    free -= 1;
    return 'booked';
  };
}
