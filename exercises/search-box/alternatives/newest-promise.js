export function makeSearchBox(search, show) {
  let newest = null;
  return async (text) => {
    if (text === '') {
      newest = null;
      show({ text, found: [] });
      return;
    }
    const question = search(text);
    newest = question;
    const [{ status, value, reason }] = await Promise.allSettled([question]);
    if (question !== newest) return;
    show(status === 'fulfilled' ? { text, found: value } : { text, error: reason.message });
  };
}
