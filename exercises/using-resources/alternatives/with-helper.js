async function within(open, use) {
  const thing = await open();
  return await use(thing).finally(() => thing[Symbol.asyncDispose]());
}

export function exportRows(openDatabase, openFile) {
  return within(openDatabase, (database) =>
    within(openFile, async (file) => {
      const rows = await database.readRows();
      await rows.reduce((before, row) => before.then(() => file.write(row)), Promise.resolve());
      return rows.length;
    }),
  );
}
