// fails: the first answer wins
export async function firstAnswer<Answer>(
  servers: string[],
  ask: (server: string) => Promise<Answer>,
  noteLate: (server: string) => void,
): Promise<Answer> {
  const [first = '', ...others] = servers;
  try {
    return await ask(first);
  } catch (error) {
    noteLate(first);
    if (others.length === 0) throw error;
    return await firstAnswer(others, ask, noteLate);
  }
}
