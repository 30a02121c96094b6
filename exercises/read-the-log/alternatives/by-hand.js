export async function readErrors(openLog) {
  const log = openLog();
  const report = { errors: [], fatal: null };
  while (report.fatal === null) {
    const { done, value } = await log.next();
    if (done) return report;
    if (value.level === 'error') report.errors.push(value.text);
    if (value.level === 'fatal') report.fatal = value.text;
  }
  await log.return();
  return report;
}
