// fails: eight pages block the loop for one page at a time
export async function checkPages(pages: string[], checkPage: (page: string) => string[]): Promise<string[]> {
  const perPage = await Promise.all(pages.map(async (page) => checkPage(page)));
  return perPage.flat();
}
