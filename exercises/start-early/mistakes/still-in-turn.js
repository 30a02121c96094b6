// fails: both loads start at once, the article is shown first
export async function openPage(loadArticle, loadComments, show) {
  show(await loadArticle());
  show(await loadComments());
}
