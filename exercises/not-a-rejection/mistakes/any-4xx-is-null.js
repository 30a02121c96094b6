// fails: a server in trouble is an error with its status
export async function loadProfile(id) {
  const response = await fetch(`https://people.test/profiles/${id}`);
  if (response.status >= 400 && response.status < 500) return null;
  if (!response.ok) throw new Error(`Profile ${id}: ${response.status} ${response.statusText}`);
  return await response.json();
}
