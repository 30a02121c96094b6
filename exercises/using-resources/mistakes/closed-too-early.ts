// fails: rows are copied, then both are closed
type Database = AsyncDisposable & { readRows: () => Promise<string[]> };
type File = AsyncDisposable & { write: (row: string) => Promise<unknown> };

async function opened<Thing extends AsyncDisposable>(open: () => Promise<Thing>): Promise<Thing> {
  await using thing = await open();
  return thing;
}

export async function exportRows(
  openDatabase: () => Promise<Database>,
  openFile: () => Promise<File>,
): Promise<number> {
  const database = await opened(openDatabase);
  const file = await opened(openFile);
  const rows = await database.readRows();
  for (const row of rows) await file.write(row);
  return rows.length;
}
