// fails: a seat that is sold stays sold
export function openBoxOffice(seats: number, charge: (name: string) => Promise<unknown>) {
  let free = seats;
  return async (name: string): Promise<string> => {
    if (free === 0) return 'sold out';
    free -= 1;
    try {
      await charge(name);
      return 'booked';
    } finally {
      free += 1;
    }
  };
}
