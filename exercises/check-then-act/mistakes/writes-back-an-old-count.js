// fails: a refused card gives back one seat, and no more
export function openBoxOffice(seats, charge) {
  let free = seats;
  return async (name) => {
    const before = free;
    if (before === 0) return 'sold out';
    free = before - 1;
    try {
      await charge(name);
      return 'booked';
    } catch (error) {
      free = before;
      throw error;
    }
  };
}
