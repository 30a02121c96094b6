// fails: both loads start at once, the article is shown first
export async function openPage(
  loadArticle: () => Promise<string>,
  loadComments: () => Promise<string[]>,
  show: (part: string | string[]) => void,
): Promise<void> {
  const comments = await loadComments();
  show(await loadArticle());
  show(comments);
}
