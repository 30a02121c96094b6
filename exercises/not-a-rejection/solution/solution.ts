export type Profile = { id: number; name: string };

/** Loads the profile of a person, or gives `null` if there is no such person. */
export async function loadProfile(id: number): Promise<Profile | null> {
  const response = await fetch(`https://people.test/profiles/${id}`);
  if (response.ok) return await response.json();
  if (response.status === 404) return null;
  throw new Error(`Profile ${id}: ${response.status} ${response.statusText}`);
}
