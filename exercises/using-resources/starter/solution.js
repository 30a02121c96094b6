/**
 * Copies all rows of the database into the file, and tells how many there were.
 *
 * @param {() => Promise<{ readRows: () => Promise<string[]> }>} openDatabase
 * @param {() => Promise<{ write: (row: string) => Promise<unknown> }>} openFile
 * @returns {Promise<number>}
 */
export async function exportRows(openDatabase, openFile) {
  const database = await openDatabase();
  const file = await openFile();
  const rows = await database.readRows();
  for (const row of rows) await file.write(row);
  await database[Symbol.asyncDispose]();
  await file[Symbol.asyncDispose]();
  return rows.length;
}
