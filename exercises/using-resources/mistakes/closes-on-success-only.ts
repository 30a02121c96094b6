// fails: a write that fails leaves nothing open
type Database = AsyncDisposable & { readRows: () => Promise<string[]> };
type File = AsyncDisposable & { write: (row: string) => Promise<unknown> };

export async function exportRows(
  openDatabase: () => Promise<Database>,
  openFile: () => Promise<File>,
): Promise<number> {
  const database = await openDatabase();
  const file = await openFile();
  const rows = await database.readRows();
  for (const row of rows) await file.write(row);
  await file[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
  return rows.length;
}
