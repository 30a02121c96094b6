// fails: an old error is not shown either
export function makeSearchBox(search, show) {
  let typed = 0;
  return async (text) => {
    typed += 1;
    const mine = typed;
    if (text === '') return show({ text, found: [] });
    try {
      const found = await search(text);
      if (mine === typed) show({ text, found });
    } catch (error) {
      show({ text, error: error.message });
    }
  };
}
