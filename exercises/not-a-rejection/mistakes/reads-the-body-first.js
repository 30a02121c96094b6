// fails: an unknown person is null
export async function loadProfile(id) {
  const response = await fetch(`https://people.test/profiles/${id}`);
  const body = await response.json();
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`Profile ${id}: ${response.status} ${response.statusText}`);
  return body;
}
