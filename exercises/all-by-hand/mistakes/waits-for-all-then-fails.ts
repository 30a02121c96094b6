// fails: the first rejection is heard at once
export function all<Value>(items: (Value | PromiseLike<Value>)[]): Promise<Value[]> {
  return new Promise((resolve, reject) => {
    const values: Value[] = [];
    const reasons: unknown[] = [];
    let missing = items.length;
    const settle = (): void => {
      missing -= 1;
      if (missing > 0) return;
      if (reasons.length > 0) reject(reasons[0]);
      else resolve(values);
    };
    if (missing === 0) resolve(values);
    for (const [index, item] of items.entries()) {
      Promise.resolve(item).then(
        (value) => {
          values[index] = value;
          settle();
        },
        (reason: unknown) => {
          reasons.push(reason);
          settle();
        },
      );
    }
  });
}
