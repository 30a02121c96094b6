export type Answer = { id: number; text: string };
export type Request = (id: number) => Promise<Answer>;

/** Asks for all ids at the same time; the answers come back in the order of the ids. */
export async function loadAll(ids: readonly number[], request: Request): Promise<Answer[]> {
  return await Promise.all(ids.map((id) => request(id)));
}
