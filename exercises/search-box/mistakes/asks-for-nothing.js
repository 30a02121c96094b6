// fails: an emptied box stays empty
export function makeSearchBox(search, show) {
  let typed = 0;
  return async (text) => {
    typed += 1;
    const mine = typed;
    let view;
    try {
      view = { text, found: await search(text) };
    } catch (error) {
      view = { text, error: error.message };
    }
    if (mine === typed) show(view);
  };
}
