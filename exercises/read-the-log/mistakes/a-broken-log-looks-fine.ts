// fails: a log that breaks off is an error
type Entry = { level: string; text: string };

export async function readErrors(openLog: () => AsyncIterable<Entry>) {
  const errors: string[] = [];
  try {
    for await (const { level, text } of openLog()) {
      if (level === 'fatal') return { errors, fatal: text };
      if (level === 'error') errors.push(text);
    }
  } catch (error) {
    console.error(error);
  }
  return { errors, fatal: null };
}
