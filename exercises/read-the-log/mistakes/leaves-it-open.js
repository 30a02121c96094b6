// fails: a log that you leave early is closed
export async function readErrors(openLog) {
  const log = openLog();
  const errors = [];
  for (;;) {
    const { done, value } = await log.next();
    if (done) return { errors, fatal: null };
    if (value.level === 'fatal') return { errors, fatal: value.text };
    if (value.level === 'error') errors.push(value.text);
  }
}
