/**
 * Prepares the day of a café: the menu, and a plan for the staff.
 *
 * @param {() => Promise<string[]>} fetchMenu
 * @param {() => Promise<string[]>} fetchStaff
 * @param {(staff: string[]) => Promise<string>} makePlan
 * @returns {Promise<{ menu: string[], plan: string }>}
 */
export async function openCafe(fetchMenu, fetchStaff, makePlan) {
  async function planForStaff() {
    const staff = await fetchStaff();
    return await makePlan(staff);
  }
  const [menu, plan] = await Promise.all([fetchMenu(), planForStaff()]);
  return { menu, plan };
}
