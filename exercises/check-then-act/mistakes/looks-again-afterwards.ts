// fails: two buyers at once, one seat
export function openBoxOffice(seats: number, charge: (name: string) => Promise<unknown>) {
  let free = seats;
  return async (name: string): Promise<string> => {
    if (free === 0) return 'sold out';
    await charge(name);
    if (free === 0) return 'sold out';
    free -= 1;
    return 'booked';
  };
}
