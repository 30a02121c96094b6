export async function openPage(loadArticle, loadComments, show) {
  const articleShown = loadArticle().then((article) => show(article));
  const [comments] = await Promise.all([loadComments(), articleShown]);
  show(comments);
}
