export function openBoxOffice(seats, charge) {
  const free = Array.from({ length: seats }, (_, index) => index + 1);
  return (name) => {
    const seat = free.pop();
    if (seat === undefined) return Promise.resolve('sold out');
    return charge(name).then(
      () => 'booked',
      (error) => {
        free.push(seat);
        return Promise.reject(error);
      },
    );
  };
}
