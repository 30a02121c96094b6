// fails: eight pages block the loop for one page at a time
export async function checkPages(pages, checkPage) {
  const misspelt = [];
  for (const page of pages) {
    misspelt.push(...checkPage(page));
    new Promise((resolve) => setTimeout(resolve, 0));
  }
  return misspelt;
}
