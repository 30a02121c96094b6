// fails: the first rejection is heard at once
export function all(items) {
  return new Promise((resolve) => {
    const values = [];
    let missing = items.length;
    if (missing === 0) resolve(values);
    items.forEach(async (item, index) => {
      values[index] = await item;
      missing -= 1;
      if (missing === 0) resolve(values);
    });
  });
}
