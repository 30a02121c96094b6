// fails: any speed of the two
export async function openPage(loadArticle, loadComments, show) {
  const coming = loadComments();
  show(await loadArticle());
  const comments = await coming;
  if (comments.length > 0) show(comments);
}
