// fails: without a network, the error of fetch comes through
export async function loadProfile(id) {
  let response;
  try {
    response = await fetch(`https://people.test/profiles/${id}`);
  } catch (error) {
    throw new Error(`Profile ${id}: ${error.message}`);
  }
  if (response.ok) return await response.json();
  if (response.status === 404) return null;
  throw new Error(`Profile ${id}: ${response.status} ${response.statusText}`);
}
