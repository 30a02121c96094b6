// fails: without a file, the database is closed
type Database = AsyncDisposable & { readRows: () => Promise<string[]> };
type File = AsyncDisposable & { write: (row: string) => Promise<unknown> };

export async function exportRows(
  openDatabase: () => Promise<Database>,
  openFile: () => Promise<File>,
): Promise<number> {
  const database = await openDatabase();
  const file = await openFile();
  try {
    const rows = await database.readRows();
    for (const row of rows) await file.write(row);
    return rows.length;
  } finally {
    await file[Symbol.asyncDispose]().finally(() => database[Symbol.asyncDispose]());
  }
}
