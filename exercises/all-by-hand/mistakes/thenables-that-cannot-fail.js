// fails: a thenable that fails, a promise that fails later
export function all(items) {
  return new Promise((resolve, reject) => {
    const values = [];
    let missing = items.length;
    if (missing === 0) resolve(values);
    const put = (index, value) => {
      values[index] = value;
      missing -= 1;
      if (missing === 0) resolve(values);
    };
    items.forEach((item, index) => {
      if (item instanceof Promise) item.then((value) => put(index, value), reject);
      else if (item && typeof item.then === 'function') item.then((value) => put(index, value));
      else put(index, item);
    });
  });
}
