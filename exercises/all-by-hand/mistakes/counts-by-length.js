// fails: values come in the order of the items, without help
export function all(items) {
  return new Promise((resolve, reject) => {
    const values = [];
    if (items.length === 0) resolve(values);
    items.forEach((item, index) => {
      Promise.resolve(item).then((value) => {
        values[index] = value;
        if (values.length === items.length) resolve(values);
      }, reject);
    });
  });
}
