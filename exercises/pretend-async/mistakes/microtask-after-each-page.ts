// fails: eight pages block the loop for one page at a time
export async function checkPages(pages: string[], checkPage: (page: string) => string[]): Promise<string[]> {
  const misspelt: string[] = [];
  for (const page of pages) {
    misspelt.push(...checkPage(page));
    await new Promise<void>((resolve) => queueMicrotask(resolve));
  }
  return misspelt;
}
