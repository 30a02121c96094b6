export async function openPage(
  loadArticle: () => Promise<string>,
  loadComments: () => Promise<string[]>,
  show: (part: string | string[]) => void,
): Promise<void> {
  const parts = [loadArticle(), loadComments()];
  for (const part of parts) show(await part);
}
