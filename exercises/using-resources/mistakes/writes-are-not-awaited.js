// fails: rows are copied, then both are closed
export async function exportRows(openDatabase, openFile) {
  await using database = await openDatabase();
  await using file = await openFile();
  const rows = await database.readRows();
  rows.forEach(async (row) => await file.write(row));
  return rows.length;
}
