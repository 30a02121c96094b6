// fails: comments that arrive first wait for the article
export async function openPage(
  loadArticle: () => Promise<string>,
  loadComments: () => Promise<string[]>,
  show: (part: string | string[]) => void,
): Promise<void> {
  await Promise.all([loadArticle().then(show), loadComments().then(show)]);
}
