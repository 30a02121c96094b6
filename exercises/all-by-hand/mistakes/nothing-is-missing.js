// fails: any items, at any speed
export function all(items) {
  return new Promise((resolve, reject) => {
    const values = items.map(() => undefined);
    if (items.length === 0) resolve(values);
    items.forEach((item, index) => {
      Promise.resolve(item).then((value) => {
        values[index] = value;
        if (values.every((one) => one !== undefined)) resolve(values);
      }, reject);
    });
  });
}
