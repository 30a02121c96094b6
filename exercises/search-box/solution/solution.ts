export type View = { text: string; found: string[] } | { text: string; error: string };
export type Search = (text: string) => Promise<string[]>;

/** A search box: the returned function is called with each new text. Only the newest question is answered. */
export function makeSearchBox(search: Search, show: (view: View) => void): (text: string) => Promise<void> {
  let typed = 0;
  return async function type(text) {
    typed += 1;
    const mine = typed;
    const view = text === '' ? { text, found: [] } : await lookUp(text, search);
    if (mine === typed) show(view);
  };
}

async function lookUp(text: string, search: Search): Promise<View> {
  try {
    return { text, found: await search(text) };
  } catch (error) {
    return { text, error: (error as Error).message };
  }
}
