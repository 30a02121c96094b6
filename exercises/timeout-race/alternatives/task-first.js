const refuse = (limitMs) =>
  Object.assign(new Error(`Timed out after ${limitMs} ms`), { name: 'TimeoutError' });

export async function withTimeout(task, limitMs) {
  const answer = task();
  const { promise, reject } = Promise.withResolvers();
  const timer = setTimeout(reject, limitMs, refuse(limitMs));
  return await Promise.race([answer, promise]).finally(() => clearTimeout(timer));
}
