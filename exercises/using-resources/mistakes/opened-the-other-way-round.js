// fails: rows are copied, then both are closed
export async function exportRows(openDatabase, openFile) {
  await using file = await openFile();
  await using database = await openDatabase();
  const rows = await database.readRows();
  for (const row of rows) await file.write(row);
  return rows.length;
}
