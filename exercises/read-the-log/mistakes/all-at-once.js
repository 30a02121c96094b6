// fails: reading stops at the first fatal entry
export async function readErrors(openLog) {
  const entries = await Array.fromAsync(openLog());
  const end = entries.findIndex(({ level }) => level === 'fatal');
  const seen = end === -1 ? entries : entries.slice(0, end);
  const errors = seen.filter(({ level }) => level === 'error').map(({ text }) => text);
  return { errors, fatal: entries[end]?.text ?? null };
}
