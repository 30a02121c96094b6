// fails: reading stops at the first fatal entry
export async function readErrors(openLog) {
  const errors = [];
  for await (const { level, text } of openLog()) {
    if (level === 'error' || level === 'fatal') errors.push(text);
    if (level === 'fatal') break;
  }
  return { errors, fatal: errors.at(-1) ?? null };
}
