/**
 * Loads the profile of a person, or gives `null` if there is no such person.
 *
 * @param {number} id
 * @returns {Promise<{ id: number, name: string } | null>}
 */
export async function loadProfile(id) {
  try {
    const response = await fetch(`https://people.test/profiles/${id}`);
    return await response.json();
  } catch {
    return null;
  }
}
