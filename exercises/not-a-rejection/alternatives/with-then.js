export function loadProfile(id) {
  return fetch(`https://people.test/profiles/${id}`).then((response) => {
    const { ok, status, statusText } = response;
    if (!ok && status !== 404) return Promise.reject(new Error(`Profile ${id}: ${status} ${statusText}`));
    return ok ? response.json() : null;
  });
}
