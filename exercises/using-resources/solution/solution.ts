export type Database = AsyncDisposable & { readRows: () => Promise<string[]> };
export type File = AsyncDisposable & { write: (row: string) => Promise<unknown> };

/** Copies all rows of the database into the file, and tells how many there were. */
export async function exportRows(
  openDatabase: () => Promise<Database>,
  openFile: () => Promise<File>,
): Promise<number> {
  await using database = await openDatabase();
  await using file = await openFile();
  const rows = await database.readRows();
  for (const row of rows) await file.write(row);
  return rows.length;
}
