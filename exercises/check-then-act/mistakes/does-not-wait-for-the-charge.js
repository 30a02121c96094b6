// fails: a refused card gives the seat back
export function openBoxOffice(seats, charge) {
  let free = seats;
  return async (name) => {
    if (free === 0) return 'sold out';
    free -= 1;
    charge(name).catch(() => (free += 1));
    return 'booked';
  };
}
