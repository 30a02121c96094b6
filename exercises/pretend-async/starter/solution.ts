/** All misspelt words, in the order of the pages. */
export async function checkPages(pages: string[], checkPage: (page: string) => string[]): Promise<string[]> {
  const misspelt: string[] = [];
  for (const page of pages) {
    const words = await checkLater(page, checkPage);
    misspelt.push(...words);
  }
  return misspelt;
}

async function checkLater(page: string, checkPage: (page: string) => string[]): Promise<string[]> {
  await Promise.resolve();
  return checkPage(page);
}
