// fails: everything is ready after 500 ms
export async function openCafe(fetchMenu, fetchStaff, makePlan) {
  const menu = await fetchMenu();
  const staff = await fetchStaff();
  return { menu, plan: await makePlan(staff) };
}
