// fails: eight pages block the loop for one page at a time
export async function checkPages(pages, checkPage) {
  const misspelt = [];
  for (const [index, page] of pages.entries()) {
    misspelt.push(...checkPage(page));
    if (index % 2 === 1) await new Promise((resolve) => setImmediate(resolve));
  }
  return misspelt;
}
