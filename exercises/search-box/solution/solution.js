/**
 * @typedef {{ text: string, found: string[] } | { text: string, error: string }} View
 * @typedef {(text: string) => Promise<string[]>} Search
 */

/**
 * A search box: the returned function is called with each new text. Only the newest question is answered.
 *
 * @param {Search} search
 * @param {(view: View) => void} show
 * @returns {(text: string) => Promise<void>}
 */
export function makeSearchBox(search, show) {
  let typed = 0;
  return async function type(text) {
    typed += 1;
    const mine = typed;
    const view = text === '' ? { text, found: [] } : await lookUp(text, search);
    if (mine === typed) show(view);
  };
}

/**
 * @param {string} text
 * @param {Search} search
 * @returns {Promise<View>}
 */
async function lookUp(text, search) {
  try {
    return { text, found: await search(text) };
  } catch (error) {
    return { text, error: error.message };
  }
}
