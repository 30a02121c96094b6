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
  let isDecided = false;
  const answers = servers.map(async (server) => {
    try {
      return await ask(server);
    } finally {
      if (isDecided) noteLate(server);
      isDecided = true;
    }
  });
  return await Promise.race(answers);
}
