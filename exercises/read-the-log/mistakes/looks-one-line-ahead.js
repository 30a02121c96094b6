// fails: reading stops at the first fatal entry
export async function readErrors(openLog) {
  const log = openLog();
  const errors = [];
  let upcoming = log.next();
  for (;;) {
    const { done, value } = await upcoming;
    if (done) return { errors, fatal: null };
    upcoming = log.next();
    if (value.level === 'error') errors.push(value.text);
    if (value.level !== 'fatal') continue;
    await log.return();
    return { errors, fatal: value.text };
  }
}
