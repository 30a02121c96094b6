export function openCafe(fetchMenu, fetchStaff, makePlan) {
  return new Promise((resolve, reject) => {
    const day = {};
    const note = (field) => (value) => {
      day[field] = value;
      if ('menu' in day && 'plan' in day) resolve({ menu: day.menu, plan: day.plan });
    };
    fetchMenu().then(note('menu'), reject);
    fetchStaff()
      .then((staff) => makePlan(staff))
      .then(note('plan'), reject);
  });
}
