// fails: every status from 200 to 299 is good
export async function loadProfile(id: number): Promise<unknown> {
  const response = await fetch(`https://people.test/profiles/${id}`);
  if (response.status === 404) return null;
  if (response.status !== 200) throw new Error(`Profile ${id}: ${response.status} ${response.statusText}`);
  return await response.json();
}
