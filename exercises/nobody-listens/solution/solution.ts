export type Day = { menu: string[]; plan: string };

/** Prepares the day of a café: the menu, and a plan for the staff. */
export async function openCafe(
  fetchMenu: () => Promise<string[]>,
  fetchStaff: () => Promise<string[]>,
  makePlan: (staff: string[]) => Promise<string>,
): Promise<Day> {
  async function planForStaff(): Promise<string> {
    const staff = await fetchStaff();
    return await makePlan(staff);
  }
  const [menu, plan] = await Promise.all([fetchMenu(), planForStaff()]);
  return { menu, plan };
}
