// fails: eight pages block the loop for one page at a time
export function checkPages(pages, checkPage) {
  return new Promise((resolve, reject) => {
    try {
      const misspelt = pages.flatMap((page) => checkPage(page));
      setImmediate(() => resolve(misspelt));
    } catch (error) {
      reject(error);
    }
  });
}
