// fails: eight pages block the loop for one page at a time
export function checkPages(pages, checkPage) {
  return new Promise((resolve) => {
    resolve(pages.flatMap((page) => checkPage(page)));
  });
}
