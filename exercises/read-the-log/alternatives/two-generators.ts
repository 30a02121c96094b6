type Entry = { level: string; text: string };

async function* untilFatal(entries: AsyncIterable<Entry>): AsyncGenerator<Entry> {
  for await (const entry of entries) {
    yield entry;
    if (entry.level === 'fatal') return;
  }
}

export async function readErrors(openLog: () => AsyncIterable<Entry>) {
  const texts: Record<string, string[]> = {};
  for await (const { level, text } of untilFatal(openLog())) (texts[level] ??= []).push(text);
  return { errors: texts['error'] ?? [], fatal: texts['fatal']?.[0] ?? null };
}
