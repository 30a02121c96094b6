export function openPage(loadArticle, loadComments, show) {
  const article = loadArticle();
  const comments = loadComments();
  return article
    .then(show)
    .then(() => comments)
    .then(show);
}
