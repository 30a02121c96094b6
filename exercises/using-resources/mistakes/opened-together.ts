// fails: without a database, nothing else is opened
type Database = AsyncDisposable & { readRows: () => Promise<string[]> };
type File = AsyncDisposable & { write: (row: string) => Promise<unknown> };

export async function exportRows(
  openDatabase: () => Promise<Database>,
  openFile: () => Promise<File>,
): Promise<number> {
  const [one, other] = await Promise.all([openDatabase(), openFile()]);
  await using database = one;
  await using file = other;
  const rows = await database.readRows();
  for (const row of rows) await file.write(row);
  return rows.length;
}
