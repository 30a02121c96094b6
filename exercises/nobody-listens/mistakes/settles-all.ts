// fails: the menu fails while the staff is fetched
export async function openCafe(
  fetchMenu: () => Promise<string[]>,
  fetchStaff: () => Promise<string[]>,
  makePlan: (staff: string[]) => Promise<string>,
): Promise<unknown> {
  const work = [fetchMenu(), fetchStaff().then((staff) => makePlan(staff))];
  const [menu, plan] = await Promise.allSettled(work);
  if (menu?.status === 'rejected') throw menu.reason;
  if (plan?.status === 'rejected') throw plan.reason;
  return { menu: menu?.value, plan: plan?.value };
}
