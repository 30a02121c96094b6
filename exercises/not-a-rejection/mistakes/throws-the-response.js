// fails: a server in trouble is an error with its status
export async function loadProfile(id) {
  const response = await fetch(`https://people.test/profiles/${id}`);
  if (response.status === 404) return null;
  if (!response.ok) throw response;
  return await response.json();
}
