// fails: words come in the order of the pages
export async function checkPages(pages, checkPage) {
  const misspelt = [];
  for (const page of pages) {
    misspelt.push(checkPage(page));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return misspelt;
}
