/**
 * @typedef {{ id: number, name: string }} User
 * @typedef {{ users: User[], next: string | null }} Page
 */

/**
 * Hands out the users of all pages, one by one; asks for a page only when it is needed.
 *
 * @param {(cursor: string | null) => Promise<Page>} fetchPage
 * @returns {AsyncGenerator<User, void, undefined>}
 */
export async function* allUsers(fetchPage) {
  let cursor = null;
  do {
    const page = await fetchPage(cursor);
    yield* page.users;
    cursor = page.next;
  } while (cursor !== null);
}
