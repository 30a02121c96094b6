const nobody = Symbol('nobody');

async function getJson(url, name) {
  const response = await fetch(url, { method: 'GET' });
  if (response.status === 404) throw nobody;
  if (response.status < 200 || response.status > 299) {
    throw new Error(name + ': ' + response.status + ' ' + response.statusText);
  }
  return JSON.parse(await response.text());
}

export const loadProfile = (id) =>
  getJson('https://people.test/profiles/' + id, 'Profile ' + id).catch((reason) => {
    if (reason === nobody) return null;
    throw reason;
  });
