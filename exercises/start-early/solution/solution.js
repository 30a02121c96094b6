/**
 * Shows the article and then, below it, the comments.
 *
 * @param {() => Promise<string>} loadArticle
 * @param {() => Promise<string[]>} loadComments
 * @param {(part: string | string[]) => void} show
 * @returns {Promise<void>}
 */
export async function openPage(loadArticle, loadComments, show) {
  const comments = loadComments();
  show(await loadArticle());
  show(await comments);
}
