// fails: a page that cannot be read ends the check
export async function checkPages(pages: string[], checkPage: (page: string) => string[]): Promise<string[]> {
  const misspelt: string[] = [];
  for (const page of pages) {
    try {
      misspelt.push(...checkPage(page));
    } catch (error) {
      console.error(error);
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  return misspelt;
}
