// fails: the menu fails while the staff is fetched
export async function openCafe(fetchMenu, fetchStaff, makePlan) {
  const menu = fetchMenu().catch(() => []);
  const plan = await makePlan(await fetchStaff());
  return { menu: await menu, plan };
}
