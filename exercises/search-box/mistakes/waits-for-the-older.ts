// fails: each text is searched for at once
type View = { text: string; found: string[] } | { text: string; error: string };

export function makeSearchBox(search: (text: string) => Promise<string[]>, show: (view: View) => void) {
  let typed = 0;
  let last: Promise<void> = Promise.resolve();
  return (text: string): Promise<void> => {
    typed += 1;
    const mine = typed;
    last = last.then(async () => {
      if (mine !== typed) return;
      try {
        const found = text === '' ? [] : await search(text);
        if (mine === typed) show({ text, found });
      } catch (error) {
        if (mine === typed) show({ text, error: (error as Error).message });
      }
    });
    return last;
  };
}
