// fails: a file that cannot be closed does not keep the database open
export async function exportRows(openDatabase, openFile) {
  const database = await openDatabase();
  let file;
  try {
    file = await openFile();
    const rows = await database.readRows();
    for (const row of rows) await file.write(row);
    return rows.length;
  } finally {
    await file?.[Symbol.asyncDispose]();
    await database[Symbol.asyncDispose]();
  }
}
