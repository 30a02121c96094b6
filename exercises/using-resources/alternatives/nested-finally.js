export async function exportRows(openDatabase, openFile) {
  const database = await openDatabase();
  try {
    const file = await openFile();
    try {
      const rows = await database.readRows();
      for (const row of rows) await file.write(row);
      return rows.length;
    } finally {
      await file[Symbol.asyncDispose]();
    }
  } finally {
    await database[Symbol.asyncDispose]();
  }
}
