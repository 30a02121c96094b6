/**
 * @typedef {{ text: string, found: string[] } | { text: string, error: string }} View
 */

/**
 * A search box: the returned function is called with each new text.
 *
 * @param {(text: string) => Promise<string[]>} search
 * @param {(view: View) => void} show
 * @returns {(text: string) => Promise<void>}
 */
export function makeSearchBox(search, show) {
  return async function type(text) {
    if (text === '') {
      show({ text, found: [] });
      return;
    }
    try {
      const found = await search(text);
      show({ text, found });
    } catch (error) {
      show({ text, error: error.message });
    }
  };
}
