export function readErrors(openLog) {
  const log = openLog();
  const errors = [];
  const readOn = () =>
    log.next().then(({ done, value }) => {
      if (done) return { errors, fatal: null };
      if (value.level === 'fatal') return log.return().then(() => ({ errors, fatal: value.text }));
      if (value.level === 'error') errors.push(value.text);
      return readOn();
    });
  return readOn();
}
