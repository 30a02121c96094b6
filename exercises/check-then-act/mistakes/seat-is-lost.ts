// fails: a refused card gives the seat back
export function openBoxOffice(seats: number, charge: (name: string) => Promise<unknown>) {
  let free = seats;
  return async (name: string): Promise<string> => {
    if (free === 0) return 'sold out';
    free -= 1;
    await charge(name);
    return 'booked';
  };
}
