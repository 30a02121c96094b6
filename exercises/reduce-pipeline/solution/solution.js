/**
 * Sends the picture through the steps and gives what the last one has made.
 *
 * @param {string} picture
 * @param {((picture: string) => string | Promise<string>)[]} steps
 * @returns {Promise<string>}
 */
export async function runSteps(picture, steps) {
  return await steps.reduce((soFar, step) => soFar.then(step), Promise.resolve(picture));
}
