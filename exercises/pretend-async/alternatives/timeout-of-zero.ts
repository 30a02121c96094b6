async function checkLater(page: string, checkPage: (page: string) => string[]): Promise<string[]> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  return checkPage(page);
}

export async function checkPages(pages: string[], checkPage: (page: string) => string[]): Promise<string[]> {
  const misspelt: string[][] = [];
  for (const page of pages) misspelt.push(await checkLater(page, checkPage));
  return misspelt.flat();
}
