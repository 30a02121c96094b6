// fails: plain values stand for themselves
export function all(items) {
  return new Promise((resolve, reject) => {
    const values = [];
    let missing = items.length;
    if (missing === 0) resolve(values);
    items.forEach((item, index) => {
      item.then((value) => {
        values[index] = value;
        missing -= 1;
        if (missing === 0) resolve(values);
      }, reject);
    });
  });
}
