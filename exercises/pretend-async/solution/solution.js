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
    misspelt.push(...checkPage(page));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return misspelt;
}
