// fails: a second failure disturbs nobody
export function openCafe(fetchMenu, fetchStaff, makePlan) {
  return new Promise((resolve, reject) => {
    const menu = fetchMenu();
    menu.catch(reject);
    const plan = fetchStaff().then((staff) => makePlan(staff));
    plan.then(async (text) => resolve({ menu: await menu, plan: text }));
    setTimeout(() => plan.catch(reject), 0);
  });
}
