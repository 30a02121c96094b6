/**
 * Asks all servers and settles as the first of them does; notes the others when they are done.
 *
 * @template Answer
 * @param {string[]} servers
 * @param {(server: string) => Promise<Answer>} ask
 * @param {(server: string) => void} noteLate
 * @returns {Promise<Answer>}
 */
export async function firstAnswer(servers, ask, noteLate) {
  const [answer] = await Promise.all(servers.map((server) => ask(server)));
  return answer;
}
