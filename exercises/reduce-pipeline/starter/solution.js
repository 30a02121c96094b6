/**
 * Sends the picture through the steps and gives what the last one has made.
 *
 * @param {string} picture
 * @param {((picture: string) => string | Promise<string>)[]} steps
 * @returns {Promise<string>}
 */
export async function runSteps(picture, steps) {
  return steps.reduce((soFar, step) => step(soFar), picture);
}
