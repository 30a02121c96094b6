/**
 * Copies all rows of the database into the file, and tells how many there were.
 *
 * @param {() => Promise<any>} openDatabase Its database has `readRows()`.
 * @param {() => Promise<any>} openFile Its file has `write(row)`.
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
