// fails: the menu fails while the staff is fetched
export async function openCafe(
  fetchMenu: () => Promise<string[]>,
  fetchStaff: () => Promise<string[]>,
  makePlan: (staff: string[]) => Promise<string>,
): Promise<unknown> {
  const menu = fetchMenu();
  menu.catch(() => {});
  const plan = await makePlan(await fetchStaff());
  return { menu: await menu, plan };
}
