// fails: both loads start at once, the article is shown first
export async function openPage(loadArticle, loadComments, show) {
  const comments = loadComments();
  loadArticle().then(async (article) => {
    show(article);
    show(await comments);
  });
}
