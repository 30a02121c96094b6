/**
 * Copies all rows of the database into the file, and tells how many there were.
 *
 * @param {() => Promise<{ readRows: () => Promise<string[]> }>} openDatabase
 * @param {() => Promise<{ write: (row: string) => Promise<unknown> }>} openFile
 * @returns {Promise<number>}
 */
export async function exportRows(openDatabase, openFile) {
  await using database = await openDatabase();
  await using file = await openFile();
  const rows = await database.readRows();
  for (const row of rows) await file.write(row);
  return rows.length;
}
