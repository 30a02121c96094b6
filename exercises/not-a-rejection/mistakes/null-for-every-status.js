// fails: a server in trouble is an error with its status
export async function loadProfile(id) {
  const response = await fetch(`https://people.test/profiles/${id}`);
  return response.ok ? await response.json() : null;
}
