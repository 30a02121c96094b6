// fails: any pages take no longer than the computing
export async function checkPages(pages: string[], checkPage: (page: string) => string[]): Promise<string[]> {
  const misspelt: string[] = [];
  for (const page of pages) {
    misspelt.push(...checkPage(page));
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return misspelt;
}
