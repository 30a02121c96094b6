// fails: eight pages block the loop for one page at a time
export async function checkPages(pages, checkPage) {
  await new Promise((resolve) => setTimeout(resolve, 0));
  return pages.flatMap((page) => checkPage(page));
}
