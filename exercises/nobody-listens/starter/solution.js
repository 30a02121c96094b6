/**
 * Prepares the day of a café: the menu, and a plan for the staff.
 *
 * @param {() => Promise<string[]>} fetchMenu
 * @param {() => Promise<string[]>} fetchStaff
 * @param {(staff: string[]) => Promise<string>} makePlan
 * @returns {Promise<{ menu: string[], plan: string }>}
 */
export async function openCafe(fetchMenu, fetchStaff, makePlan) {
  const menu = fetchMenu();
  const staff = await fetchStaff();
  const plan = await makePlan(staff);
  return { menu: await menu, plan };
}
