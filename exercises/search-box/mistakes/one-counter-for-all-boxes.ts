// fails: two boxes do not disturb each other
type View = { text: string; found: string[] } | { text: string; error: string };
let typed = 0;

export function makeSearchBox(search: (text: string) => Promise<string[]>, show: (view: View) => void) {
  return async (text: string): Promise<void> => {
    typed += 1;
    const mine = typed;
    let view: View = { text, found: [] };
    try {
      if (text !== '') view = { text, found: await search(text) };
    } catch (error) {
      view = { text, error: (error as Error).message };
    }
    if (mine === typed) show(view);
  };
}
