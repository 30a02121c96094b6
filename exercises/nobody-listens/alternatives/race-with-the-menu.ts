export async function openCafe(
  fetchMenu: () => Promise<string[]>,
  fetchStaff: () => Promise<string[]>,
  makePlan: (staff: string[]) => Promise<string>,
): Promise<{ menu: string[]; plan: string }> {
  const menu = fetchMenu();
  const menuFails = new Promise<never>((_resolve, reject) => {
    menu.catch(reject);
  });
  const staff = await Promise.race([fetchStaff(), menuFails]);
  const plan = await Promise.race([makePlan(staff), menuFails]);
  return { menu: await menu, plan };
}
