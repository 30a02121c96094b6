// fails: both loads start at once, the article is shown first
export async function openPage(loadArticle, loadComments, show) {
  const comments = loadComments();
  show(await loadArticle());
  show(comments);
}
