// fails: the menu fails while the staff is fetched
export async function openCafe(fetchMenu, fetchStaff, makePlan) {
  const menuPromise = fetchMenu();
  const staff = await fetchStaff();
  const [menu, plan] = await Promise.all([menuPromise, makePlan(staff)]);
  return { menu, plan };
}
