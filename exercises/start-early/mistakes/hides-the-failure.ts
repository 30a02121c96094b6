// fails: without an article there is nothing to show
export async function openPage(
  loadArticle: () => Promise<string>,
  loadComments: () => Promise<string[]>,
  show: (part: string | string[]) => void,
): Promise<void> {
  const comments = loadComments();
  try {
    show(await loadArticle());
    show(await comments);
  } catch (error) {
    console.error(error);
  }
}
