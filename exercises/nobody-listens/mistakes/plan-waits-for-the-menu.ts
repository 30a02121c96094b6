// fails: the plan does not wait for the menu
export async function openCafe(
  fetchMenu: () => Promise<string[]>,
  fetchStaff: () => Promise<string[]>,
  makePlan: (staff: string[]) => Promise<string>,
): Promise<unknown> {
  const [menu, staff] = await Promise.all([fetchMenu(), fetchStaff()]);
  return { menu, plan: await makePlan(staff) };
}
