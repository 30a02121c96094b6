// fails: any key, any value
export function cached(load) {
  const asked = {};
  return (key) => {
    if (!asked[key]) {
      asked[key] = load(key);
      asked[key].catch(() => delete asked[key]);
    }
    return asked[key];
  };
}
