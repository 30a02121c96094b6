// fails: errors are listed in the order of the log
export async function readErrors(openLog) {
  const errors = [];
  for (const { level, text } of openLog()) {
    if (level === 'fatal') return { errors, fatal: text };
    if (level === 'error') errors.push(text);
  }
  return { errors, fatal: null };
}
