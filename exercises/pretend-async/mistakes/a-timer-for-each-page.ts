// fails: a timer keeps its time
export async function checkPages(pages: string[], checkPage: (page: string) => string[]): Promise<string[]> {
  const perPage = await Promise.all(
    pages.map(
      (page) =>
        new Promise<string[]>((resolve, reject) => {
          setTimeout(() => {
            try {
              resolve(checkPage(page));
            } catch (error) {
              reject(error);
            }
          }, 0);
        }),
    ),
  );
  return perPage.flat();
}
