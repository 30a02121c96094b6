type View = { text: string; found: string[] } | { text: string; error: string };

export function makeSearchBox(search: (text: string) => Promise<string[]>, show: (view: View) => void) {
  let newest = new AbortController();
  return async (text: string): Promise<void> => {
    newest.abort();
    newest = new AbortController();
    const { signal } = newest;
    const showIfWanted = (view: View): void => {
      if (!signal.aborted) show(view);
    };
    if (text === '') return showIfWanted({ text, found: [] });
    await search(text).then(
      (found) => showIfWanted({ text, found }),
      (error: Error) => showIfWanted({ text, error: error.message }),
    );
  };
}
