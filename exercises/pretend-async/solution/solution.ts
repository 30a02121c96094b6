/** All misspelt words, in the order of the pages. */
export async function checkPages(pages: string[], checkPage: (page: string) => string[]): Promise<string[]> {
  const misspelt: string[] = [];
  for (const page of pages) {
    misspelt.push(...checkPage(page));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return misspelt;
}
