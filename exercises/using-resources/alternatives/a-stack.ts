type Database = AsyncDisposable & { readRows: () => Promise<string[]> };
type File = AsyncDisposable & { write: (row: string) => Promise<unknown> };

export async function exportRows(
  openDatabase: () => Promise<Database>,
  openFile: () => Promise<File>,
): Promise<number> {
  await using stack = new AsyncDisposableStack();
  const database = stack.use(await openDatabase());
  const file = stack.use(await openFile());
  let written = 0;
  for (const row of await database.readRows()) {
    await file.write(row);
    written += 1;
  }
  return written;
}
