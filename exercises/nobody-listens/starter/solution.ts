export type Day = { menu: string[]; plan: string };

/** Prepares the day of a café: the menu, and a plan for the staff. */
export async function openCafe(
  fetchMenu: () => Promise<string[]>,
  fetchStaff: () => Promise<string[]>,
  makePlan: (staff: string[]) => Promise<string>,
): Promise<Day> {
  const menu = fetchMenu();
  const staff = await fetchStaff();
  const plan = await makePlan(staff);
  return { menu: await menu, plan };
}
