export type View = { text: string; found: string[] } | { text: string; error: string };
export type Search = (text: string) => Promise<string[]>;

/** A search box: the returned function is called with each new text. */
export function makeSearchBox(search: Search, show: (view: View) => void): (text: string) => Promise<void> {
  return async function type(text) {
    if (text === '') {
      show({ text, found: [] });
      return;
    }
    try {
      const found = await search(text);
      show({ text, found });
    } catch (error) {
      show({ text, error: (error as Error).message });
    }
  };
}
