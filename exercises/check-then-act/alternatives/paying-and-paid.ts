type Charge = (name: string) => Promise<unknown>;

export function openBoxOffice(
  seats: number,
  charge: Charge,
): (name: string) => Promise<'booked' | 'sold out'> {
  const paying = new Set<symbol>();
  let paid = 0;
  return async (name) => {
    if (paying.size + paid >= seats) return 'sold out';
    const hold = Symbol(name);
    paying.add(hold);
    try {
      await charge(name);
      paid += 1;
      return 'booked';
    } finally {
      paying.delete(hold);
    }
  };
}
