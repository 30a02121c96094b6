// Runs before the harness of the web platform tests, as a script: a window of nothing but the world's own globals.
globalThis.self = globalThis;
globalThis.GLOBAL = { isWindow: () => false, isWorker: () => false, isShadowRealm: () => false };
/** The test resources that the adapter found in the checkout, by path: what the tests fetch. */
globalThis.fetch = async (/** @type {string} */ address) => {
  const text = globalThis.checkoutResources[address.replace(/^\/|\?.*$/g, '')];
  if (text === undefined) throw new TypeError(`${address} is not in the checkout`);
  return { ok: true, text: async () => text, json: async () => JSON.parse(text) };
};
