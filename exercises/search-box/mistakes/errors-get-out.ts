// fails: an error is shown, not thrown
type View = { text: string; found: string[] } | { text: string; error: string };

export function makeSearchBox(search: (text: string) => Promise<string[]>, show: (view: View) => void) {
  let newest: symbol | undefined;
  return async (text: string): Promise<void> => {
    const mine = Symbol(text);
    newest = mine;
    const found = text === '' ? [] : await search(text);
    if (mine === newest) show({ text, found });
  };
}
