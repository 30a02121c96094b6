// fails: an old answer is not shown, even if the new one is still under way
type View = { text: string; found: string[] } | { text: string; error: string };

export function makeSearchBox(search: (text: string) => Promise<string[]>, show: (view: View) => void) {
  let asked = 0;
  let shown = 0;
  return async (text: string): Promise<void> => {
    asked += 1;
    const mine = asked;
    const view = await lookUp(text);
    if (mine < shown) return;
    shown = mine;
    show(view);
  };

  async function lookUp(text: string): Promise<View> {
    try {
      return { text, found: text === '' ? [] : await search(text) };
    } catch (error) {
      return { text, error: (error as Error).message };
    }
  }
}
