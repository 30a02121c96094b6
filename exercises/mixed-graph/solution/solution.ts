export type User = { id: number; name: string };
export type Shop = { user: User; orders: string[]; offers: string[] };
export type Services = {
  fetchUser: (token: string) => Promise<User>;
  fetchOrders: (userId: number) => Promise<string[]>;
  fetchOffers: () => Promise<string[]>;
};

/** Loads all that the start page of the shop shows. */
export async function loadShop(
  token: string,
  { fetchUser, fetchOrders, fetchOffers }: Services,
): Promise<Shop> {
  const loadAccount = async () => {
    const user = await fetchUser(token);
    return { user, orders: await fetchOrders(user.id) };
  };
  const [account, offers] = await Promise.all([loadAccount(), fetchOffers()]);
  return { ...account, offers };
}
