// fails: offers that fail are told at once
type User = { id: number; name: string };
type Shop = { user: User; orders: string[]; offers: string[] };
type Services = {
  fetchUser: (token: string) => Promise<User>;
  fetchOrders: (userId: number) => Promise<string[]>;
  fetchOffers: () => Promise<string[]>;
};

export async function loadShop(
  token: string,
  { fetchUser, fetchOrders, fetchOffers }: Services,
): Promise<Shop> {
  const coming = fetchUser(token).then(async (user) => ({ user, orders: await fetchOrders(user.id) }));
  const [account, offers] = await Promise.allSettled([coming, fetchOffers()]);
  if (account.status === 'rejected') throw account.reason;
  if (offers.status === 'rejected') throw offers.reason;
  return { ...account.value, offers: offers.value };
}
