// fails: without a network, the error of fetch comes through
export async function loadProfile(id: number): Promise<unknown> {
  const response = await fetch(`https://people.test/profiles/${id}`).catch(() => null);
  if (response === null || response.status === 404) return null;
  if (!response.ok) throw new Error(`Profile ${id}: ${response.status} ${response.statusText}`);
  return await response.json();
}
