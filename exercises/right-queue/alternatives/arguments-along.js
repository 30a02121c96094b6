export const handleKey = (key, { insert, check, format, draw, save }) => {
  setTimeout(save, 1, key);
  setImmediate(draw, key);
  Promise.resolve(key).then(format);
  process.nextTick(check, key);
  insert(key);
};
