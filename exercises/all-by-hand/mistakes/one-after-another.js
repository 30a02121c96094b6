// fails: the first rejection is heard at once
export async function all(items) {
  const values = [];
  for (const item of items) values.push(await item);
  return values;
}
