// fails: each hall counts its own seats
let free: number | undefined;

export function openBoxOffice(seats: number, charge: (name: string) => Promise<unknown>) {
  free ??= seats;
  return async (name: string): Promise<string> => {
    if (free === 0) return 'sold out';
    free = (free ?? 0) - 1;
    try {
      await charge(name);
      return 'booked';
    } catch (error) {
      free += 1;
      throw error;
    }
  };
}
