export type LoadArticle = () => Promise<string>;
export type LoadComments = () => Promise<string[]>;
export type Show = (part: string | string[]) => void;

/** Shows the article and then, below it, the comments. */
export async function openPage(
  loadArticle: LoadArticle,
  loadComments: LoadComments,
  show: Show,
): Promise<void> {
  const comments = loadComments();
  show(await loadArticle());
  show(await comments);
}
