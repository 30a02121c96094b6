// fails: rows are copied, then both are closed
type Database = AsyncDisposable & { readRows: () => Promise<string[]> };
type File = AsyncDisposable & { write: (row: string) => Promise<unknown> };

export async function exportRows(
  openDatabase: () => Promise<Database>,
  openFile: () => Promise<File>,
): Promise<number> {
  const open: AsyncDisposable[] = [];
  try {
    const database = await openDatabase();
    open.push(database);
    const file = await openFile();
    open.unshift(file);
    const rows = await database.readRows();
    for (const row of rows) await file.write(row);
    return rows.length;
  } finally {
    await Promise.all(open.map((thing) => thing[Symbol.asyncDispose]()));
  }
}
