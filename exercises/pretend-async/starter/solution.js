/**
 * All misspelt words, in the order of the pages.
 *
 * @param {string[]} pages
 * @param {(page: string) => string[]} checkPage
 * @returns {Promise<string[]>}
 */
export async function checkPages(pages, checkPage) {
  const misspelt = [];
  for (const page of pages) {
    const words = await checkLater(page, checkPage);
    misspelt.push(...words);
  }
  return misspelt;
}

async function checkLater(page, checkPage) {
  await Promise.resolve();
  return checkPage(page);
}
