// fails: a known person is loaded
export async function loadProfile(id) {
  const response = fetch(`https://people.test/profiles/${id}`);
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`Profile ${id}: ${response.status} ${response.statusText}`);
  return await response.json();
}
