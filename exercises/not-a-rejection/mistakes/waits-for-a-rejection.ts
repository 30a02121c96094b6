// fails: an unknown person is null
export async function loadProfile(id: number): Promise<unknown> {
  try {
    const response = await fetch(`https://people.test/profiles/${id}`);
    return await response.json();
  } catch (error) {
    if ((error as { status?: number }).status === 404) return null;
    throw error;
  }
}
