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
  const users = [];
  let page = await fetchPage(null);
  users.push(...page.users);
  while (page.next !== null) {
    page = await fetchPage(page.next);
    users.push(...page.users);
  }
  for (const user of users) {
    yield user;
  }
}
