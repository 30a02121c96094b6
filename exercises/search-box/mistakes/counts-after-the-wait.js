// fails: each text is searched for at once
export function makeSearchBox(search, show) {
  let typed = 0;
  return async (text) => {
    let view = { text, found: [] };
    try {
      if (text !== '') view = { text, found: await search(text) };
    } catch (error) {
      view = { text, error: error.message };
    }
    typed += 1;
    const mine = typed;
    if (mine === typed) show(view);
  };
}
