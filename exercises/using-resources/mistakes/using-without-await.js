// fails: rows are copied, then both are closed
export async function exportRows(openDatabase, openFile) {
  using database = await openDatabase();
  using file = await openFile();
  const rows = await database.readRows();
  for (const row of rows) await file.write(row);
  return rows.length;
}
