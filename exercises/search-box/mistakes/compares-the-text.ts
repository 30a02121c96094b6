// fails: the same text typed again waits for its own answer
type View = { text: string; found: string[] } | { text: string; error: string };

export function makeSearchBox(search: (text: string) => Promise<string[]>, show: (view: View) => void) {
  let inBox = '';
  return async (text: string): Promise<void> => {
    inBox = text;
    if (text === '') return show({ text, found: [] });
    try {
      const found = await search(text);
      if (text === inBox) show({ text, found });
    } catch (error) {
      if (text === inBox) show({ text, error: (error as Error).message });
    }
  };
}
