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
  const user = await fetchUser(token);
  const orders = await fetchOrders(user.id);
  const offers = await fetchOffers();
  return { user, orders, offers };
}
